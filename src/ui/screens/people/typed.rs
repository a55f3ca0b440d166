//! What stands in the box and is not yet what was meant: a number that lacks its X, a token.

use crate::{domain::id_number::IdNumber, text::fold::fold_width};

/// The whole number where 17 digits stand in the box whose check digit is X: an input method keeps
/// the X of a scanner in its own window.
pub(super) fn completed(text: &str) -> Option<String> {
    let digits = fold_width(text.trim());
    if digits.len() != 17 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let id = IdNumber::from_body(&digits).ok()?;
    id.as_str().ends_with('X').then(|| id.as_str().to_owned())
}

/// True for what a scanner reads from a QR code: no id number, no name, no phone, no filters.
pub(super) fn is_token(text: &str) -> bool {
    let is_part = |b: u8| b.is_ascii_graphic() && !matches!(b, b'/' | b',' | b':' | b'<' | b'>');
    text.len() > 18 && text.bytes().all(is_part)
}
