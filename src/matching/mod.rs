//! People found from scraps, wishes understood, requirements read, offers held against people.
//!
//! Pure: tables come in as text, today comes in as a date. Absent on purpose: I/O, the clock, SQL, the terminal.
//!
//! | module | answers |
//! |---|---|
//! | [`lexicon`] | how a character is read, what its simplified form is, which syllables sound alike |
//! | [`completion`] | which names begin with what was typed |
//! | [`people`] | whom the words of the box mean |
//! | [`occupation`] | which occupations a wish means |
//! | [`requirement`] | which conditions a clerk's text states |
//! | [`fit`] | whether an offer may be made to a person, and why |
//! | [`offers`] | what fits a person, and whom an offer fits |

pub mod completion;
pub mod fit;
pub mod lexicon;
pub mod occupation;
pub mod offers;
pub mod people;
mod pinyin;
pub mod places;
pub mod query;
pub mod requirement;

#[cfg(test)]
mod testing;
