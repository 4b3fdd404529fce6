//! GENERATED tables, each by the command in its first line.
