//! Codes of administrative divisions (GB/T 2260 and its extension to towns and villages).
//!
//! Absent on purpose: their names, which are seed data; a code that no table knows is kept.

use std::fmt;

/// A division code: six digits for a county and above, nine for a town, twelve for a village.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DivisionCode {
    digits: [u8; 12],
    length: u8,
}

impl DivisionCode {
    /// Parses six, nine or twelve digits.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.trim().as_bytes();
        let length = u8::try_from(bytes.len()).ok()?;
        if !matches!(length, 6 | 9 | 12) || !bytes.iter().all(u8::is_ascii_digit) {
            return None;
        }
        let mut digits = [b'0'; 12];
        digits[..bytes.len()].copy_from_slice(bytes);
        Some(Self { digits, length })
    }

    /// The digits.
    pub fn as_str(&self) -> &str {
        // The constructor admits ASCII digits only.
        std::str::from_utf8(&self.digits[..usize::from(self.length)]).unwrap_or_default()
    }
}

impl fmt::Display for DivisionCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for DivisionCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DivisionCode({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_the_length_of_its_level() {
        for code in ["442000", "442000118", "442000118201"] {
            assert_eq!(
                DivisionCode::parse(code).map(|c| c.to_string()).as_deref(),
                Some(code)
            );
        }
        for text in ["", "4420", "44200011", "44200x", "4420001182011"] {
            assert_eq!(DivisionCode::parse(text), None, "{text}");
        }
    }
}
