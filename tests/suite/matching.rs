//! Search and fit over invented people.

mod invented;
mod labelled;
mod offers;
mod properties;
mod reference;
mod typing;
