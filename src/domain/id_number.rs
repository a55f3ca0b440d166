//! The resident identity number (公民身份号码, GB 11643): 17 digits and a check character.
//!
//! Absent on purpose: whether an origin code was ever assigned. An unknown origin is shown, never
//! refused (`contract.md`: "an id origin that is not known is shown, never refused").

use super::person::Sex;
use chrono::{Datelike, NaiveDate};
use std::fmt;

/// A valid 18-character id number: right shape, a birth date that exists, right check character.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IdNumber([u8; 18]);

/// Why a text is no id number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum IdNumberError {
    /// Neither 15 nor 18 characters, or characters that no id number has.
    Length,
    /// The birth date in it does not exist or lies after `latest`.
    BirthDate,
    /// The last character is not the one that the first seventeen demand.
    Checksum {
        /// The character that would be right.
        expected: char,
    },
}

const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS: &[u8; 11] = b"10X98765432";

impl IdNumber {
    /// Parses 18 characters (a final `x` counts as `X`). No folding happens here: importers and
    /// forms clean first, so that each repair can be named.
    ///
    /// # Errors
    /// [`IdNumberError`] names the first thing that is wrong.
    pub fn parse(text: &str) -> Result<Self, IdNumberError> {
        let bytes: [u8; 18] = text
            .as_bytes()
            .try_into()
            .map_err(|_| IdNumberError::Length)?;
        let (body, last) = bytes.split_at(17);
        let last = last[0].to_ascii_uppercase();
        if !body.iter().all(u8::is_ascii_digit) || !(last.is_ascii_digit() || last == b'X') {
            return Err(IdNumberError::Length);
        }
        if birth_date(&bytes).is_none() {
            return Err(IdNumberError::BirthDate);
        }
        let expected = check_character(body);
        if expected != last {
            return Err(IdNumberError::Checksum {
                expected: char::from(expected),
            });
        }
        let mut kept = bytes;
        kept[17] = last;
        Ok(Self(kept))
    }

    /// Upgrades a 15-digit number of the first generation: `19` before the birth date, the check
    /// character appended.
    ///
    /// # Errors
    /// [`IdNumberError::Length`] or [`IdNumberError::BirthDate`].
    pub fn from_15(text: &str) -> Result<Self, IdNumberError> {
        if text.len() != 15 || !text.bytes().all(|b| b.is_ascii_digit()) {
            return Err(IdNumberError::Length);
        }
        let body = format!("{}19{}", &text[..6], &text[6..]);
        Self::from_body(&body)
    }

    /// Completes 17 digits with their check character (the final X stays in the window of an input
    /// method; the scanner's line then ends one short).
    ///
    /// # Errors
    /// [`IdNumberError::Length`] or [`IdNumberError::BirthDate`].
    pub fn from_body(body: &str) -> Result<Self, IdNumberError> {
        if body.len() != 17 || !body.bytes().all(|b| b.is_ascii_digit()) {
            return Err(IdNumberError::Length);
        }
        Self::parse(&format!(
            "{body}{}",
            char::from(check_character(body.as_bytes()))
        ))
    }

    /// The 18 characters.
    pub fn as_str(&self) -> &str {
        // The constructors admit ASCII only.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// The birth date (digits 7 to 14).
    pub fn birth_date(&self) -> NaiveDate {
        // The constructors refuse a date that does not exist.
        birth_date(&self.0).unwrap_or_default()
    }

    /// The sex (17th digit: odd is male).
    pub fn sex(&self) -> Sex {
        if (self.0[16] - b'0') % 2 == 1 {
            Sex::Male
        } else {
            Sex::Female
        }
    }

    /// The six digits of the place of first issue.
    pub fn origin(&self) -> &str {
        &self.as_str()[..6]
    }

    /// The last four characters, all that a list shows.
    pub fn tail(&self) -> &str {
        &self.as_str()[14..]
    }

    /// Fourteen stars and the last four, as on lists and exports.
    pub fn masked(&self) -> String {
        format!("**************{}", self.tail())
    }
}

fn check_character(body: &[u8]) -> u8 {
    let sum: u32 = body
        .iter()
        .zip(WEIGHTS)
        .map(|(b, w)| u32::from(b - b'0') * w)
        .sum();
    CHECKS[(sum % 11) as usize]
}

fn birth_date(bytes: &[u8; 18]) -> Option<NaiveDate> {
    let number = |range: std::ops::Range<usize>| -> u32 {
        bytes[range]
            .iter()
            .fold(0, |n, b| n * 10 + u32::from(b.wrapping_sub(b'0')))
    };
    let date = NaiveDate::from_ymd_opt(
        i32::try_from(number(6..10)).ok()?,
        number(10..12),
        number(12..14),
    )?;
    (1850..=2100).contains(&date.year()).then_some(date)
}

/// A number as somebody wrote it that is no valid id number. It is kept until the card is seen
/// (待核实), finds nobody, and never stands where a valid number does.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DoubtfulId(String);

impl DoubtfulId {
    /// Takes ASCII letters and digits, at most twice as many as an id number has. `None` where the
    /// text is empty, has other characters, or is a valid number.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_ascii_uppercase();
        let fits =
            (1..=36).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric());
        (fits && IdNumber::parse(&text).is_err()).then_some(Self(text))
    }

    /// As it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What is wrong with it.
    pub fn error(&self) -> IdNumberError {
        IdNumber::parse(&self.0)
            .err()
            .unwrap_or(IdNumberError::Length)
    }

    /// Stars and the last four.
    pub fn masked(&self) -> String {
        let shown = self.0.len().min(4);
        let hidden = self.0.len() - shown;
        format!("{}{}", "*".repeat(hidden), &self.0[hidden..])
    }
}

impl fmt::Debug for DoubtfulId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DoubtfulId({})", self.masked())
    }
}

impl fmt::Display for IdNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Masked: debug output ends in logs.
impl fmt::Debug for IdNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "IdNumber({})", self.masked())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn made_up(origin: u32, y: i32, m: u32, d: u32, seq: u32) -> String {
        let body = format!("{origin:06}{y:04}{m:02}{d:02}{seq:03}");
        format!("{body}{}", char::from(check_character(body.as_bytes())))
    }

    #[test]
    fn reads_what_the_number_says() {
        let id = IdNumber::parse(&made_up(449_901, 1996, 2, 29, 998)).unwrap();
        assert_eq!(
            id.birth_date(),
            NaiveDate::from_ymd_opt(1996, 2, 29).unwrap()
        );
        assert_eq!(id.sex(), Sex::Female);
        assert_eq!(id.origin(), "449901");
        assert_eq!(id.masked().len(), 18);
        assert!(
            !format!("{id:?}").contains("1996"),
            "debug output is masked"
        );
    }

    #[test]
    fn names_what_is_wrong() {
        let good = made_up(449_901, 1996, 2, 29, 997);
        let wrong = format!(
            "{}{}",
            &good[..17],
            if good.ends_with('0') { '1' } else { '0' }
        );
        assert!(
            matches!(IdNumber::parse(&wrong), Err(IdNumberError::Checksum { expected }) if good.ends_with(expected))
        );
        assert_eq!(
            IdNumber::parse(&made_up(449_901, 1995, 2, 29, 997)),
            Err(IdNumberError::BirthDate)
        );
        assert_eq!(
            IdNumber::parse("44990119960229"),
            Err(IdNumberError::Length)
        );
        assert_eq!(
            IdNumber::parse("４49901199602299971"),
            Err(IdNumberError::Length)
        );
    }

    #[test]
    fn lower_case_x_is_stored_as_upper() {
        // The register's boundary case F-25.
        assert_eq!(
            IdNumber::parse("11010519491231002x").unwrap().as_str(),
            "11010519491231002X"
        );
    }

    proptest! {
        #[test]
        fn fifteen_digits_and_eighteen_are_one_person(origin in 449_901u32..=449_999, y in 1930i32..=1999, m in 1u32..=12, d in 1u32..=28, seq in 0u32..=999) {
            let long = made_up(origin, y, m, d, seq);
            let short = format!("{}{}", &long[..6], &long[8..17]);
            prop_assert_eq!(IdNumber::from_15(&short).map(|id| id.to_string()), Ok(long));
        }

        #[test]
        fn any_text_is_answered(text in "\\PC{0,24}") {
            let _ = IdNumber::parse(&text);
            let _ = IdNumber::from_15(&text);
            let _ = IdNumber::from_body(&text);
        }
    }
}
