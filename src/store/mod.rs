//! The only SQL: opening, migrations, the one door for writes, the journal, and one folder per entity.
