#ifndef CANDOR_EXCHANGE_H
#define CANDOR_EXCHANGE_H

/// Lets two paths of one file system change places in a single step.
///
/// Swift's C library module does not show the system calls that can do this, hence this file.
/// Returns 0, or -1 with `errno` set; ENOSYS or EINVAL where the file system cannot do it.
int candor_exchange_paths(const char *first, const char *second);

#endif
