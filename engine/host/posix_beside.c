/* posix_beside.c: what lies in the program's folder, for the host of native programs. */
#define _POSIX_C_SOURCE 200809L
#include "../include/loopscope/host.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { MOST_NAMES = 10000, DEEPEST = 16, LONGEST_PATH = 4096 };

/* ---- the names of all files: one a line, in the order of the alphabet */

typedef struct Names {
    const char *folder;
    char *text; /* malloc'd */
    size_t length, room;
    unsigned count;
} Names;

static bool add_name(Names *names, const char *path) {
    size_t length = strlen(path) + 1;
    if (names->room - names->length < length) {
        size_t room = names->room * 2 + length + 4096;
        char *text = realloc(names->text, room);
        if (text == NULL) return false;
        names->text = text;
        names->room = room;
    }
    memcpy(names->text + names->length, path, length);
    names->text[names->length + length - 1] = '\n';
    names->length += length;
    names->count++;
    return true;
}

static int is_taken(const struct dirent *entry) {
    const char *name = entry->d_name;
    return name[0] != '.' && strcmp(name, "__pycache__") != 0 && strcmp(name, "node_modules") != 0;
}

static bool add_folder(Names *names, const char *inside, int depth);

/* A link to a folder is not followed: it may lead back. */
static bool add_entry(Names *names, const char *inside, const char *name, int depth) {
    char path[LONGEST_PATH], full[LONGEST_PATH];
    struct stat link, file;
    int size = snprintf(path, sizeof path, "%s%s%s", inside, *inside == '\0' ? "" : "/", name);
    if (size < 0 || (size_t)size >= sizeof path || strchr(name, '\n') != NULL) return true;
    size = snprintf(full, sizeof full, "%s/%s", names->folder, path);
    if (size < 0 || (size_t)size >= sizeof full || lstat(full, &link) != 0) return true;
    if (S_ISDIR(link.st_mode)) return add_folder(names, path, depth + 1);
    return stat(full, &file) != 0 || !S_ISREG(file.st_mode) || add_name(names, path);
}

static bool add_folder(Names *names, const char *inside, int depth) {
    char full[LONGEST_PATH];
    struct dirent **entries;
    int size = snprintf(full, sizeof full, "%s/%s", names->folder, inside);
    if (depth > DEEPEST || size < 0 || (size_t)size >= sizeof full) return true;
    int count = scandir(full, &entries, is_taken, alphasort);
    bool ok = true;
    for (int i = 0; i < count; i++) {
        ok = ok && (names->count >= MOST_NAMES || add_entry(names, inside, entries[i]->d_name, depth));
        free(entries[i]);
    }
    if (count >= 0) free(entries);
    return ok;
}

static long read_names(const char *folder, char **text) {
    Names names = {.folder = folder};
    if (!add_folder(&names, "", 0)) {
        free(names.text);
        return -1;
    }
    *text = names.text;
    return (long)names.length;
}

/* ---- one file */

static long read_path(const char *folder, const char *path, bool modules_only, char **text) {
    char full[LONGEST_PATH];
    struct stat found;
    size_t length = strlen(path);
    if (length == 0 || path[0] == '/' || strstr(path, "..") != NULL) return -1;
    int size = snprintf(full, sizeof full, "%s/%s", folder, path);
    if (size < 0 || (size_t)size >= sizeof full || stat(full, &found) != 0) return -1;
    if (path[length - 1] == '/') return S_ISDIR(found.st_mode) ? 0 : -1;
    bool is_module = length > 3 && strcmp(path + length - 3, ".py") == 0;
    if (!S_ISREG(found.st_mode) || (modules_only && !is_module)) return -1;
    FILE *file = fopen(full, "rb");
    long read = file == NULL ? -1 : host_posix_read(file, text);
    if (file != NULL) fclose(file);
    return read;
}

static long read_module(void *context, const char *path, char **text) {
    *text = NULL;
    return read_path(context, path, true, text);
}

static long read_file(void *context, const char *path, char **text) {
    *text = NULL;
    return *path == '\0' ? read_names(context, text) : read_path(context, path, false, text);
}

void host_posix_beside(Host *host, const char *folder, bool all) {
    host->context = (void *)folder; /* which nothing else of this host asks for */
    host->read_beside = all ? read_file : read_module;
}
