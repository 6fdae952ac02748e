/* source_lines.c: the texts of the program's files, for tracebacks and warnings. */
#include "boot.h"
#include "vm_state.h"

static SourceFile *find(const Vm *vm, const Str *filename) {
    for (SourceFile *file = vm->state->sources; file != NULL; file = file->next) {
        if (file->filename == filename || str_equal(file->filename, filename)) return file;
    }
    return NULL;
}

static void drop_text(Vm *vm, SourceFile *file) {
    mem_free(vm->mem, file->text, file->length + 1);
    if (file->line_starts != NULL) mem_free(vm->mem, file->line_starts, (file->nlines + 1) * sizeof(uint32_t));
    file->text = NULL;
    file->line_starts = NULL;
}

bool source_register(Vm *vm, Str *filename, const char *text, size_t length) {
    char *copy = mem_alloc(vm->mem, length + 1);
    SourceFile *file = find(vm, filename);
    if (copy != NULL && file == NULL) {
        file = mem_zalloc(vm->mem, sizeof *file);
        if (file != NULL) {
            obj_retain(filename);
            file->filename = filename;
            file->next = vm->state->sources;
            vm->state->sources = file;
        }
    }
    if (copy == NULL || file == NULL) {
        if (copy != NULL) mem_free(vm->mem, copy, length + 1);
        raise_no_memory(vm);
        return false;
    }
    if (file->text != NULL) drop_text(vm, file);
    memcpy(copy, text, length);
    copy[length] = '\0';
    file->text = copy;
    file->length = length;
    return true;
}

/* Python's line ends: \n, \r\n, \r. Returns the offset after the one at `at`. */
static size_t after_line(const SourceFile *file, size_t at) {
    while (at < file->length && file->text[at] != '\n' && file->text[at] != '\r') at++;
    if (at + 1 < file->length && file->text[at] == '\r' && file->text[at + 1] == '\n') at++;
    return at + 1;
}

static bool index_lines(Vm *vm, SourceFile *file) {
    uint32_t count = 0;
    for (size_t at = 0; at < file->length; at = after_line(file, at)) count++;
    uint32_t *starts = mem_alloc(vm->mem, (count + 1) * sizeof *starts);
    if (starts == NULL) return false;
    uint32_t line = 0;
    for (size_t at = 0; at < file->length; at = after_line(file, at)) starts[line++] = (uint32_t)at;
    starts[count] = (uint32_t)file->length;
    file->line_starts = starts;
    file->nlines = count;
    return true;
}

bool source_whole(const Vm *vm, const Str *filename, const char **text, size_t *length) {
    const SourceFile *file = find(vm, filename);
    if (file == NULL || file->text == NULL) return false;
    *text = file->text;
    *length = file->length;
    return true;
}

bool source_line(Vm *vm, Str *filename, uint32_t line, const char **text, size_t *length) {
    SourceFile *file = find(vm, filename);
    if (file == NULL || line == 0) return false;
    if (file->line_starts == NULL && !index_lines(vm, file)) return false;
    if (line > file->nlines) return false;
    size_t start = file->line_starts[line - 1], end = file->line_starts[line];
    if (line == 1 && end - start >= 3 && memcmp(file->text, "\xEF\xBB\xBF", 3) == 0) start += 3;
    while (end > start && (file->text[end - 1] == '\n' || file->text[end - 1] == '\r')) end--;
    *text = file->text + start;
    *length = end - start;
    return true;
}

/* Code that the program compiled under the name of a file of its own (a template), or of a text that it gave linecache.
 */
static Str *line_of_linecache(Vm *vm, Str *filename, uint32_t line) {
    bool is_made_up = filename->length == 0 || str_at(filename, 0) == '<';
    if (dict_get_c(vm, vm->modules, "linecache") == VALUE_NULL &&
        (is_made_up || dict_get_c(vm, vm->modules, "_files") == VALUE_NULL))
        return NULL;
    Value before = error_is_set(vm) ? error_take(vm) : VALUE_NULL;
    Value with[] = {obj_value(filename), value_small(line)};
    Value found = module_call_c(vm, "linecache", "getline", with, 2, NULL);
    if (found == VALUE_NULL) error_clear(vm);
    if (before != VALUE_NULL) error_restore(vm, before);
    if (found != VALUE_NULL && is_str(found) && AS(Str, found)->length > 0) return AS(Str, found);
    value_release(vm, found);
    return NULL;
}

Str *source_line_anywhere(Vm *vm, Str *filename, uint32_t line) {
    const char *text;
    size_t length;
    if (!source_line(vm, filename, line, &text, &length))
        return line == 0 ? NULL : line_of_linecache(vm, filename, line);
    Str *found = str_from_utf8(vm, text, length);
    if (found == NULL) error_clear(vm);
    return found;
}

void sources_close(Vm *vm) {
    while (vm->state->sources != NULL) {
        SourceFile *file = vm->state->sources;
        vm->state->sources = file->next;
        drop_text(vm, file);
        obj_release(vm, file->filename);
        mem_free(vm->mem, file, sizeof *file);
    }
}
