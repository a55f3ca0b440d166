//! The facts and the demo office that the program ships: `seed-data/` read into domain values, problems with file and line.
