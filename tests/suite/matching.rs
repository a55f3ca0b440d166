//! Search and fit over invented people.

mod invented;
mod offers;
mod typing;
