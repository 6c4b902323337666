"""graphbuild: Vietnamese articles about the armed forces in, one explorable, sourced graph out."""
