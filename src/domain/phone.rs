//! A phone number as kept in the record: digits only, mobile or landline.

use std::fmt;

/// A mobile number (`1[3-9]` and nine digits: new prefixes come every year, so none is refused) or
/// a landline of 7 to 12 digits. Digits only.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Phone(String);

impl Phone {
    /// Parses digits that were cleaned before (no spaces, hyphens or country code).
    pub fn parse(digits: &str) -> Option<Self> {
        Self::fits(digits).then(|| Self(digits.to_owned()))
    }

    /// Whether [`Phone::parse`] takes it.
    pub fn fits(digits: &str) -> bool {
        let bytes = digits.as_bytes();
        if !bytes.iter().all(u8::is_ascii_digit) {
            return false;
        }
        let mobile = bytes.len() == 11 && bytes[0] == b'1' && (b'3'..=b'9').contains(&bytes[1]);
        let landline = match bytes.len() {
            7 | 8 => bytes[0] != b'0' && bytes[0] != b'1',
            10..=12 => bytes[0] == b'0',
            _ => false,
        };
        mobile || landline
    }

    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// True for a mobile number.
    pub fn is_mobile(&self) -> bool {
        self.0.len() == 11 && self.0.starts_with('1')
    }

    /// `138****5678`; a landline shows its last four.
    pub fn masked(&self) -> String {
        let tail = &self.0[self.0.len() - 4..];
        if self.is_mobile() {
            format!("{}****{tail}", &self.0[..3])
        } else {
            format!("****{tail}")
        }
    }
}

impl fmt::Display for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Masked: debug output ends in logs.
impl fmt::Debug for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Phone({})", self.masked())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mobiles_and_landlines() {
        assert_eq!(Phone::parse("16912345678").unwrap().masked(), "169****5678");
        assert_eq!(Phone::parse("076088881234").unwrap().masked(), "****1234");
        for bad in [
            "",
            "12345678901",
            "1691234567",
            "169123456789",
            "1691234567a",
            "110",
        ] {
            assert!(Phone::parse(bad).is_none(), "{bad}");
        }
    }
}
