/* code.h: what the compiler makes and the VM runs. */
#ifndef LOOPSCOPE_PYTHON_CODE_H
#define LOOPSCOPE_PYTHON_CODE_H

#include "value.h"

enum opcode {
#define OP(NAME, A, B, C, MEANING) OP_##NAME,
#include "opcodes.def"
#undef OP
    OPCODE_COUNT
};

/* Name and operand kinds ("DUU", see opcodes.def) by opcode. code.c */
typedef struct OpcodeInfo {
    const char *name;
    char operands[4];
} OpcodeInfo;
extern const OpcodeInfo opcode_info[OPCODE_COUNT];

typedef struct Instr {
    uint16_t op, a, b, c;
} Instr;

static inline uint32_t instr_wide(Instr i) {
    return (uint32_t)i.b | (uint32_t)i.c << 16;
}

/* Where an instruction comes from: lines from 1, columns in UTF-8 bytes from 0. line 0: nowhere (cleanup code). */
typedef struct Position {
    uint32_t line, end_line;
    uint16_t col, end_col; /* 65535: unknown */
} Position;

/* While ip is in [start, end) an exception goes to `target`: registers from `depth` on are released, then the exception
 * instance is stored in register `reg`. The first row that holds ip wins (inner rows come first). */
typedef struct Handler {
    uint32_t start, end, target;
    uint16_t depth, reg;
} Handler;

/* An inline cache. The VM fills everything but the name. */
typedef struct Site {
    Str *name;        /* owned, interned */
    Type *type;       /* not owned; compared together with version */
    void *shape;      /* not owned; of the instance, or the keys of globals */
    uint32_t version; /* the type's, or the globals' keys' */
    uint16_t kind;    /* what was learned; the VM's own enum, 0 nothing */
    uint16_t misses;
    uint32_t index; /* slot or entry */
    uint32_t version2;
    Value value; /* borrowed: valid while the versions hold */
} Site;

enum code_flag {
    CODE_VARARGS = 1 << 0,         /* has *args */
    CODE_VARKEYWORDS = 1 << 1,     /* has **kwargs */
    CODE_GENERATOR = 1 << 2,       /* calling makes a generator */
    CODE_COROUTINE = 1 << 3,       /* calling makes a coroutine */
    CODE_ASYNC_GENERATOR = 1 << 4, /* calling makes an async generator */
    CODE_NAMESPACE = 1 << 5,       /* class bodies and exec: names live in the frame's namespace dict */
    CODE_NESTED = 1 << 6,          /* defined inside a function */
    CODE_MODULE = 1 << 7,
    CODE_CLASS_BODY = 1 << 8,
    CODE_COMPREHENSION = 1 << 9, /* generator expressions */
    CODE_LIBRARY = 1 << 10,      /* the engine's own Python: not shown in tracebacks nor by LINE */
    CODE_LINES = 1 << 11,        /* has LINE instructions */
    CODE_LIKE_C = 1 << 12,       /* stands for a function that CPython has in C: see raise_like_c */
    CODE_PARSED = 1 << 14,       /* with CODE_LIKE_C: refused in the words of PyArg_Parse */
    CODE_UNBOUND = 1 << 15,      /* with CODE_LIKE_C: of a module, so no method where a class has it as an attribute */
    CODE_IN_C = 1 << 13,         /* a call of the function runs its `native`; the code only says how it looks */
};

/* A statement that runs no instruction of its own (pass, try, while True), for who traces lines: line `line` begins
 * before the instruction `at`. */
typedef struct LineMark {
    uint32_t at, line;
    bool fall; /* only for who comes from the instruction before, not for jumps to this one */
} LineMark;
typedef struct LineMarks {
    uint32_t count;
    LineMark items[];
} LineMarks;

static inline size_t code_marks_size(uint32_t count) {
    return sizeof(LineMarks) + count * sizeof(LineMark);
}

/* Registers of a frame, in this order:
 *   parameters: positional-only, positional-or-keyword, keyword-only, then *args if any, then **kwargs if any
 *   other locals; then cells of inner functions' variables that are not parameters; then free variables (cells taken
 *   from the closure tuple, in order, at entry by the VM); then temporaries from first_temp on.
 * A parameter or local captured by an inner function holds its Cell after a MAKE_CELL at the start of the code. */
typedef struct Code {
    Obj head;
    Str *name, *qualname, *filename; /* owned */
    uint32_t flags;
    uint32_t first_line;
    uint16_t argcount; /* positional-only and positional-or-keyword */
    uint16_t posonly, kwonly;
    uint16_t named;      /* registers with a name: everything below first_temp */
    uint16_t first_free; /* register of the first free variable; there are `nfree` */
    uint16_t nfree;
    uint16_t first_temp; /* == named */
    uint16_t nregs;      /* registers in all */
    uint16_t class_cell; /* register of the __class__ cell, 65535: none */
    uint16_t file;       /* the log's number of its file (told_files.c), 0: the program or none */
    uint32_t ninstrs, nconsts, nnames, nsites, nhandlers;
    Instr *instrs;             /* owned, as everything below */
    Position *positions;       /* one per instruction, or NULL: library code, see code_position */
    LineMarks *marks;          /* or NULL */
    struct TracedCode *traced; /* or NULL; then instrs are those with TRACE among them */
    Value *consts;
    Str **names;
    Site *sites;
    Handler *handlers;
    Str **varnames;   /* `named` of them */
    uint8_t *varkind; /* `named`: VAR_LOCAL, VAR_CELL, VAR_FREE */
    Value doc;        /* Str or None */
    void *weakrefs;
} Code;

/* code_names.c: co_varnames of code with so many parameters, co_names, co_consts; owned. */
Value code_varnames(Vm *vm, const Code *code, uint32_t nparams);
Value code_names(Vm *vm, const Code *code);
/* Those of them that are looked up in globals and builtins; that are read there; that are read as attributes. */
enum code_names_kind { NAMES_GLOBAL, NAMES_LOADED_GLOBAL, NAMES_ATTRIBUTE };
Value code_names_of(Vm *vm, const Code *code, enum code_names_kind kind);
Value code_consts(Vm *vm, const Code *code);

/* code_replace.c. A copy of its own, with nothing learned; NULL with an exception. */
Code *code_copy(Vm *vm, const Code *from);
Value code_replace(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames);
Value code_compare(Vm *vm, Value self, Value other, int op);
bool code_hash(Vm *vm, Value self, int64_t *hash);

enum var_kind { VAR_LOCAL, VAR_CELL, VAR_FREE };

/* Makes an empty code object (T_code); the compiler fills it. NULL with MemoryError set. code.c */
Code *code_new(Vm *vm);

/* traced_code.c: code that may be traced has a second row of instructions, with TRACE where there may be something to
 * tell. It runs from the moment on at which a program first asks for it; positions, handlers and whoever keeps the
 * number of an instruction go by the plain row, in which frames that ran then may go on. */
enum { MONITOR_TOOLS = 6 };
typedef struct TracedCode {
    Instr *plain;    /* owned */
    uint32_t *index; /* of each instruction of Code.instrs: the number of the plain one that it is or stands before */
    uint32_t *place; /* of each plain instruction: where a jump to it leads, and where it stands itself */
    uint32_t *self;
    uint32_t count;                 /* of Code.instrs */
    uint32_t events[MONITOR_TOOLS]; /* what each tool of sys.monitoring wants of this code alone */
} TracedCode;
static inline const Instr *code_plain(const Code *code) {
    return code->traced != NULL ? code->traced->plain : code->instrs;
}
uint32_t code_traced_index(const Code *code, const Instr *ip);
/* The number of an instruction of either row, and the first one to run at a number. */
static inline uint32_t code_index(const Code *code, const Instr *ip) {
    return code->traced == NULL ? (uint32_t)(ip - code->instrs) : code_traced_index(code, ip);
}
static inline const Instr *code_place(const Code *code, uint32_t index) {
    return code->instrs + (code->traced == NULL ? index : code->traced->place[index]);
}
/* False with MemoryError. */
bool code_trace(Vm *vm, Code *code);
void code_untrace(Vm *vm, Code *code);
/* What TRACE tells of. */
enum trace_point {
    TRACE_POINT_START,
    TRACE_POINT_RESUME,
    TRACE_POINT_LINE,
    TRACE_POINT_RETURN, /* what the next instruction returns, or yields */
    TRACE_POINT_LOOP,   /* a jump back: the line begins anew even if it is the same */
    TRACE_POINT_CALL,   /* the next instruction calls something */
    TRACE_POINT_CALLED
};

/* Where an instruction comes from; of library code the first line is all that is known. code.c */
Position code_position(const Code *code, size_t instr);
/* The instruction whose place in the text counts: code that cleans up has none of its own, and takes that of what comes
 * before it. */
size_t code_located(const Code *code, size_t instr);

/* compile.c. Compiles a module, or an expression when `eval` (its value is returned). `flags`: COMPILE_*.
 * NULL with SyntaxError (or MemoryError, NotImplementedError) set on the current thread. filename is borrowed. */
enum compile_flag {
    COMPILE_LINES = 1 << 0,     /* emit LINE instructions */
    COMPILE_NAMESPACE = 1 << 1, /* exec with its own locals: module code with CODE_NAMESPACE */
    COMPILE_EVAL = 1 << 2,
    COMPILE_LIBRARY = 1 << 3,
    COMPILE_INTERACTIVE = 1 << 4,   /* 'single': expression statements are printed */
    COMPILE_PROGRAM = 1 << 5,       /* a file, which who shows an error reads again */
    COMPILE_NO_ASSERTS = 1 << 6,    /* optimize=1: no assert statements */
    COMPILE_NO_DOCSTRINGS = 1 << 7, /* optimize=2 */
    COMPILE_TREE = 1 << 8,          /* compile() is to give the tree */
    COMPILE_AWAITS = 1 << 9,        /* a module that awaits is a coroutine */
    COMPILE_GUESS = 1 << 10,        /* what the look for a mistyped keyword tries: no guesses at its errors */
    COMPILE_FILE_SHIFT = 16         /* above: Code.file */
};
Code *compile_source(Vm *vm, const char *source, size_t length, Str *filename, unsigned flags);
/* The syntax tree as ast.dump writes it, with places, instead of code. NULL with an exception. */
Str *compile_tree_text(Vm *vm, const char *source, size_t length, Str *filename, unsigned flags);

/* vm_run.c. The same for the program of the run. */
Code *program_read(Vm *vm, const char *source, size_t length);

/* told_files.c: files beside the program whose lines the log tells, while it tells lines. Numbers go from 1; 0: not
 * such a file, or too many. told_file gives a file that is to be compiled its number, told_file_number only says it. */
uint32_t told_file(Vm *vm, Str *filename);
uint32_t told_file_number(Vm *vm, Str *filename);

/* disasm.c. The listing of a code object and those nested in it, as a new Str (NULL on error). */
Str *code_disassemble(Vm *vm, const Code *code);

#endif
