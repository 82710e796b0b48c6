// The functions that work on a context of the caller's own are deprecated since OpenSSL 3, and still its quickest.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/crypto.h>
#include <openssl/sha.h>
