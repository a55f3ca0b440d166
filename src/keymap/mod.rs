//! Keys as data: parse, print, files, layers, resolution. Knows no screen and no crossterm.
