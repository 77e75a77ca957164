// Furnished in a commit of its own.
