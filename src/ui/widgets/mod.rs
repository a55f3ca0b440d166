//! Parts that screens are made of: they know text, cells and styles, and nothing of people.

mod form;
mod input;
mod list;
mod popup;
mod prompt;
mod search_box;
mod spans;

pub(crate) use form::{Field, FieldKind, Form, FormChange};
pub(crate) use input::{BREAK, Input};
pub(crate) use list::{List, row_on, scrolled, window};
pub(crate) use popup::popup;
pub(crate) use prompt::Prompt;
pub(crate) use search_box::search_box;
pub(crate) use spans::{Line, put, rule_titled};
