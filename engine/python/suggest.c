/* suggest.c: "Did you mean: 'x'?" for NameError, AttributeError and ImportError, with CPython's distance and limits. */
#include "exceptions.h"
#include "types_private.h"

#define MAX_CANDIDATES 750u
#define MAX_SIZE 40u
#define MOVE_COST 2u
#define CASE_COST 1u

static uint32_t lower(uint32_t c) {
    return c >= 'A' && c <= 'Z' ? c + 32 : c;
}

static uint32_t substitution(uint32_t a, uint32_t b) {
    if (a == b) return 0;
    return lower(a) == lower(b) ? CASE_COST : MOVE_COST;
}

/* The weighted edit distance, or max + 1 when it is larger. a is the shorter one. One row is kept. */
static uint32_t row_distance(const uint32_t *a, uint32_t na, const uint32_t *b, uint32_t nb, uint32_t max) {
    uint32_t row[MAX_SIZE];
    for (uint32_t i = 0; i < na; i++) row[i] = (i + 1) * MOVE_COST;
    uint32_t result = 0;
    for (uint32_t k = 0; k < nb; k++) {
        uint32_t distance = k * MOVE_COST, minimum = UINT32_MAX;
        result = distance;
        for (uint32_t i = 0; i < na; i++) {
            uint32_t substitute = distance + substitution(b[k], a[i]);
            distance = row[i];
            uint32_t insert_delete = (result < distance ? result : distance) + MOVE_COST;
            result = insert_delete < substitute ? insert_delete : substitute;
            row[i] = result;
            if (result < minimum) minimum = result;
        }
        if (minimum > max) return max + 1;
    }
    return result;
}

static uint32_t distance_of(const Str *first, const Str *second, uint32_t max) {
    const Str *s = first->length <= second->length ? first : second, *l = s == first ? second : first;
    uint32_t na = s->length, nb = l->length, from = 0, a[MAX_SIZE], b[MAX_SIZE];
    while (from < na && str_at(s, from) == str_at(l, from)) from++;
    while (na > from && str_at(s, na - 1) == str_at(l, nb - 1)) na--, nb--;
    na -= from;
    nb -= from;
    if (na == 0) return nb * MOVE_COST;
    if (nb > MAX_SIZE || (nb - na) * MOVE_COST > max) return max + 1;
    for (uint32_t i = 0; i < na; i++) a[i] = str_at(s, from + i);
    for (uint32_t i = 0; i < nb; i++) b[i] = str_at(l, from + i);
    return row_distance(a, na, b, nb, max);
}

/* The nearest of the candidates, borrowed, or NULL. */
static Str *nearest(const List *candidates, const Str *wrong) {
    if (candidates->length >= MAX_CANDIDATES) return NULL;
    uint32_t best = UINT32_MAX;
    Str *found = NULL;
    for (uint32_t i = 0; i < candidates->length; i++) {
        if (!is_str(candidates->items[i])) continue;
        Str *name = AS(Str, candidates->items[i]);
        if (str_equal(name, wrong)) continue;
        uint32_t max = (name->length + wrong->length + 3) * MOVE_COST / 6;
        if (best != UINT32_MAX && best == 0) break;
        if (best != UINT32_MAX && max > best - 1) max = best - 1;
        uint32_t distance = distance_of(wrong, name, max);
        if (distance > max) continue;
        if (found == NULL || distance < best) {
            found = name;
            best = distance;
        }
    }
    return found;
}

/* ---- candidates */

static const Traceback *innermost(Vm *vm, Value e) {
    Value at = exception_traceback(vm, e);
    if (at == VALUE_NULL) return NULL;
    while (AS(Traceback, at)->next != VALUE_NULL) at = AS(Traceback, at)->next;
    return AS(Traceback, at);
}

static Value local_value(Vm *vm, const Code *code, const Value *regs, uint32_t i) {
    if (regs == NULL) return VALUE_NULL; /* a frame that ended with nothing in them */
    if (code->varkind[i] == VAR_LOCAL) return regs[i];
    return is_exact(vm, regs[i], T_cell) ? AS(Cell, regs[i])->value : regs[i];
}

static Value find_self(Vm *vm, const Traceback *entry) {
    const Value *regs = traceback_registers(entry);
    const Code *code = traceback_code(entry);
    for (uint32_t i = 0; i < code->named; i++) {
        if (code->varnames[i] != NULL && str_equals_c(code->varnames[i], "self")) {
            return local_value(vm, code, regs, i);
        }
    }
    return VALUE_NULL;
}

/* The builtins that t-strings call. */
static bool is_hidden(Value name) {
    return is_str(name) && AS(Str, name)->length > 0 && str_at(AS(Str, name), 0) == '<';
}

static bool add_keys(Vm *vm, List *list, const Dict *dict) {
    uint32_t position = 0;
    Value key, value;
    while (dict != NULL && dict_next(dict, &position, &key, &value)) {
        if (is_hidden(key)) continue;
        if (!list_append(vm, list, key)) return false;
    }
    return true;
}

static List *names_in_scope(Vm *vm, const Traceback *entry) {
    List *list = list_new(vm, 0);
    const Value *regs = traceback_registers(entry);
    const Code *code = traceback_code(entry);
    bool ok = list != NULL;
    for (uint32_t i = 0; ok && i < code->named; i++) {
        if (code->varnames[i] == NULL || local_value(vm, code, regs, i) == VALUE_NULL) continue;
        ok = list_append(vm, list, obj_value(code->varnames[i]));
    }
    if (ok) ok = add_keys(vm, list, traceback_globals(entry)) && add_keys(vm, list, vm->builtins);
    if (ok) return list;
    obj_release(vm, list);
    return NULL;
}

static List *without_underscored(Vm *vm, Value names) {
    List *list = list_new(vm, 0);
    for (uint32_t i = 0; list != NULL && i < AS(List, names)->length; i++) {
        Value name = AS(List, names)->items[i];
        if (is_str(name) && AS(Str, name)->length > 0 && str_at(AS(Str, name), 0) == '_') continue;
        if (!list_append(vm, list, name)) {
            obj_release(vm, list);
            return NULL;
        }
    }
    return list;
}

static List *names_of(Vm *vm, Value object, bool hide_underscored) {
    Value names = object_dir(vm, object);
    if (names == VALUE_NULL) return NULL;
    if (!hide_underscored) return AS(List, names);
    List *list = without_underscored(vm, names);
    value_release(vm, names);
    return list;
}

static Str *retained(Str *s) {
    if (s != NULL) obj_retain(s);
    return s;
}

static Str *pick(Vm *vm, List *candidates, const Str *wrong) {
    if (candidates == NULL) return NULL;
    Str *found = retained(nearest(candidates, wrong));
    obj_release(vm, candidates);
    return found;
}

static bool underscored(const Str *s) {
    return s->length > 0 && str_at(s, 0) == '_';
}

static Str *for_attribute(Vm *vm, Value e, const Str *wrong) {
    Value object = AS(Exception, e)->extra2;
    if (object == VALUE_NULL) object = VALUE_NONE;
    const Traceback *entry = innermost(vm, e);
    bool hide = !underscored(wrong);
    if (hide && entry != NULL && find_self(vm, entry) == object) hide = false;
    return pick(vm, names_of(vm, object, hide), wrong);
}

static Str *for_import(Vm *vm, Value e, const Str *wrong) {
    Value name = AS(Exception, e)->extra;
    if (name == VALUE_NULL || !is_str(name)) return NULL;
    Value module = module_import(vm, AS(Str, name));
    if (module == VALUE_NULL) return NULL;
    Str *found = pick(vm, names_of(vm, module, !underscored(wrong)), wrong);
    value_release(vm, module);
    return found;
}

static Str *for_name(Vm *vm, Value e, Str *wrong) {
    const Traceback *entry = innermost(vm, e);
    if (entry == NULL) return NULL;
    Value self = find_self(vm, entry);
    if (self != VALUE_NULL) {
        bool failed;
        Value own = object_getattr_opt(vm, self, wrong, &failed);
        value_release(vm, own);
        if (own != VALUE_NULL) return str_format(vm, "self.%S", wrong);
        if (failed) error_clear(vm);
    }
    return pick(vm, names_in_scope(vm, entry), wrong);
}

/* ---- modules one may have forgotten to import: the names of CPython's standard library that programs use */

static const char *const library_names =
    " abc argparse array ast asyncio atexit base64 bdb binascii bisect builtins bz2 cProfile calendar cmath cmd code "
    "codecs "
    "codeop collections colorsys compileall compression concurrent configparser contextlib contextvars copy copyreg "
    "csv "
    "ctypes curses dataclasses datetime dbm decimal difflib dis doctest email encodings ensurepip enum errno "
    "faulthandler "
    "fcntl filecmp fileinput fnmatch fractions ftplib functools gc genericpath getopt getpass gettext glob graphlib "
    "grp gzip "
    "hashlib heapq hmac html http idlelib imaplib importlib inspect io ipaddress itertools json keyword lib2to3 "
    "linecache "
    "locale logging lzma mailbox marshal math mimetypes mmap modulefinder msvcrt multiprocessing netrc nt ntpath "
    "nturl2path numbers opcode operator optparse os pathlib pdb pickle pickletools pkgutil platform plistlib poplib "
    "posix "
    "posixpath pprint profile pstats pty pwd py_compile pyclbr pydoc pydoc_data pyexpat queue quopri random re "
    "readline "
    "reprlib resource rlcompleter runpy sched secrets select selectors shelve shlex shutil signal site smtplib socket "
    "socketserver sqlite3 sre_compile sre_constants sre_parse ssl stat statistics string stringprep struct subprocess "
    "symtable sys sysconfig syslog tabnanny tarfile tempfile termios textwrap this threading time timeit tkinter token "
    "tokenize tomllib trace traceback tracemalloc tty turtle turtledemo types typing unicodedata unittest urllib uuid "
    "venv "
    "warnings wave weakref webbrowser winreg winsound wsgiref xml xmlrpc zipapp zipfile zipimport zlib zoneinfo "
    "annotationlib antigravity _thread "
    "__future__ _abc _aix_support _android_support _apple_support _ast _ast_unparse _asyncio _bisect _blake2 _bz2 "
    "_codecs _codecs_cn _codecs_hk _codecs_iso2022 _codecs_jp _codecs_kr _codecs_tw _collections _collections_abc "
    "_colorize _compat_pickle _contextvars _csv _ctypes _curses _curses_panel _datetime _dbm _decimal "
    "_elementtree _frozen_importlib _frozen_importlib_external _functools _gdbm _hashlib _heapq _hmac _imp "
    "_interpchannels _interpqueues _interpreters _io _ios_support _json _locale _lsprof _lzma _markupbase _md5 "
    "_multibytecodec _multiprocessing _opcode _opcode_metadata _operator _osx_support _overlapped _pickle "
    "_posixshmem _posixsubprocess _py_abc _py_warnings _pydatetime _pydecimal _pyio _pylong _pyrepl _queue "
    "_random _remote_debugging _scproxy _sha1 _sha2 _sha3 _signal _sitebuiltins _socket _sqlite3 _sre _ssl _stat "
    "_statistics _string _strptime _struct _suggestions _symtable _sysconfig _threading_local _tkinter _tokenize "
    "_tracemalloc _types _typing _uuid _warnings _weakref _weakrefset _winapi _wmi _zoneinfo _zstd ";

static bool is_library_name(Vm *vm, const Str *name) {
    size_t length;
    const char *text = str_utf8(vm, name, &length);
    if (text == NULL || length == 0 || length > 40 || strchr(text, ' ') != NULL) return false;
    for (const char *at = strstr(library_names, text); at != NULL; at = strstr(at + 1, text)) {
        if (at[-1] == ' ' && at[length] == ' ') return true;
    }
    return false;
}

/* ---- the whole */

static Str *suggestion_text(Vm *vm, Value e, Str *wrong, bool of_import, bool of_attribute) {
    Str *found = of_import      ? for_import(vm, e, wrong)
                 : of_attribute ? for_attribute(vm, e, wrong)
                                : for_name(vm, e, wrong);
    if (error_is_set(vm)) error_clear(vm);
    bool library = !of_import && !of_attribute && is_library_name(vm, wrong);
    Str *text;
    if (found != NULL) {
        text = library ? str_format(vm, ". Did you mean: '%S'? Or did you forget to import '%S'?", found, wrong)
                       : str_format(vm, ". Did you mean: '%S'?", found);
    } else {
        text = library ? str_format(vm, ". Did you forget to import '%S'?", wrong) : retained(vm->empty_str);
    }
    obj_release(vm, found);
    return text;
}

Str *exception_suggestion(Vm *vm, Value e) {
    Type *type = type_of(vm, e);
    bool of_import = type_is_subtype(type, TYPE(vm, ImportError)),
         of_attribute = type_is_subtype(type, TYPE(vm, AttributeError));
    bool of_name = type_is_subtype(type, TYPE(vm, NameError));
    Value wrong = of_import ? AS(Exception, e)->extra3 : of_attribute || of_name ? AS(Exception, e)->extra : VALUE_NULL;
    Str *text = NULL;
    if (wrong != VALUE_NULL && is_str(wrong)) {
        value_retain(wrong);
        text = suggestion_text(vm, e, AS(Str, wrong), of_import, of_attribute);
        value_release(vm, wrong);
        if (error_is_set(vm)) error_clear(vm);
    }
    return text != NULL ? text : retained(vm->empty_str);
}
