#ifndef CANDOR_BUILT_IN_FILES_H
#define CANDOR_BUILT_IN_FILES_H

#include <stddef.h>

/// A file that the compiler put into the program.
typedef struct {
    /// `theme/…` from Themes/default, `starter/…` from this folder.
    const char *path;
    const unsigned char *bytes;
    size_t count;
} candor_file;

extern const size_t candor_built_in_file_count;

/// The file at an index below the count.
candor_file candor_built_in_file(size_t index);

#endif
