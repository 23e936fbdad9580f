// The least that a builder has to do: reads each listing's files on two threads, turns its Markdown into HTML with
// cmark, and writes every file, pictures as they are. No checks, no theme.
//
//     BenchmarkFloor INTEGRATIONS OUTPUT

#include <cmark.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { threadCount = 2, pathLength = 4096 };

static const char *source;
static const char *target;
static char **listings;
static int listingCount;
static atomic_int next;

static void fail(const char *path) {
    fprintf(stderr, "%s: %s\n", path, strerror(errno));
    exit(1);
}

static char *readFile(const char *path, size_t *length) {
    int file = open(path, O_RDONLY);
    struct stat status;
    if (file < 0 || fstat(file, &status) != 0) fail(path);
    char *bytes = malloc(status.st_size + 1);
    *length = 0;
    ssize_t count;
    while (*length < (size_t)status.st_size && (count = read(file, bytes + *length, status.st_size - *length)) > 0) {
        *length += count;
    }
    close(file);
    return bytes;
}

static void writeFile(const char *path, const char *bytes, size_t length) {
    int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0644);
    if (file < 0 || write(file, bytes, length) != (ssize_t)length) fail(path);
    close(file);
}

static void makeFolder(const char *path) {
    if (mkdir(path, 0755) != 0 && errno != EEXIST) fail(path);
}

/// `setup.md` becomes `setup/index.html`, `index.md` becomes `index.html`.
static void writePage(const char *folder, const char *name, const char *html) {
    char path[pathLength];
    if (strcmp(name, "index.md") == 0) {
        snprintf(path, sizeof path, "%s/index.html", folder);
    } else {
        snprintf(path, sizeof path, "%s/%.*s", folder, (int)strlen(name) - 3, name);
        makeFolder(path);
        strncat(path, "/index.html", sizeof path - strlen(path) - 1);
    }
    writeFile(path, html, strlen(html));
}

static void work(const char *from, const char *to) {
    makeFolder(to);
    DIR *folder = opendir(from);
    if (!folder) fail(from);
    struct dirent *entry;
    while ((entry = readdir(folder))) {
        if (entry->d_name[0] == '.') continue;
        char path[pathLength], copy[pathLength];
        snprintf(path, sizeof path, "%s/%s", from, entry->d_name);
        snprintf(copy, sizeof copy, "%s/%s", to, entry->d_name);
        if (entry->d_type == DT_DIR) {
            work(path, copy);
            continue;
        }
        size_t length, nameLength = strlen(entry->d_name);
        char *bytes = readFile(path, &length);
        if (nameLength > 3 && strcmp(entry->d_name + nameLength - 3, ".md") == 0) {
            char *html = cmark_markdown_to_html(bytes, length, CMARK_OPT_DEFAULT);
            writePage(to, entry->d_name, html);
            free(html);
        } else {
            writeFile(copy, bytes, length);
        }
        free(bytes);
    }
    closedir(folder);
}

static void *workOnListings(void *unused) {
    int index;
    while ((index = atomic_fetch_add(&next, 1)) < listingCount) {
        char from[pathLength], to[pathLength];
        snprintf(from, sizeof from, "%s/%s", source, listings[index]);
        snprintf(to, sizeof to, "%s/%s", target, listings[index]);
        work(from, to);
    }
    return unused;
}

static void findListings(void) {
    DIR *folder = opendir(source);
    if (!folder) fail(source);
    struct dirent *entry;
    while ((entry = readdir(folder))) {
        if (entry->d_name[0] == '.') continue;
        listings = realloc(listings, (listingCount + 1) * sizeof *listings);
        listings[listingCount++] = strdup(entry->d_name);
    }
    closedir(folder);
}

int main(int count, char **arguments) {
    if (count != 3) return 2;
    source = arguments[1];
    target = arguments[2];
    makeFolder(target);
    findListings();
    pthread_t threads[threadCount];
    for (int index = 0; index < threadCount; index++) pthread_create(&threads[index], NULL, workOnListings, NULL);
    for (int index = 0; index < threadCount; index++) pthread_join(threads[index], NULL);
    return 0;
}
