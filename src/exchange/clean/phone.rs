//! Phones as rosters hold them: several in a cell, with country codes, hyphens and remarks.

use super::{Fixes, is_blank_mark, unguarded};
use crate::domain::phone::Phone;
use crate::exchange::{report::Fix, sheet::Cell};
use crate::text::fold;

/// The phones of a cell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Phones {
    /// Those that could be read, without repeats.
    pub(crate) numbers: Vec<Phone>,
    /// The cell as it stood, where something in it could not be read.
    pub(crate) words: Option<String>,
}

/// Reads a phone cell. A bad phone never costs a row: its words are kept instead.
pub(crate) fn phones(cell: &Cell, fixes: &mut Fixes) -> Phones {
    let raw = match cell {
        Cell::Text(text) => text.clone(),
        Cell::Number(number) => number.to_string(),
        _ => return Phones::default(),
    };
    // Our own exports put one TAB before a number, so that a spreadsheet keeps it as text.
    let open = unguarded(raw.strip_prefix('\t').unwrap_or(&raw));
    let guarded = open.len() != raw.len();
    let narrow = fold::fold_width(open);
    let wide = narrow
        .chars()
        .zip(open.chars())
        .any(|(to, from)| to != from && to.is_ascii_digit());
    let tidy = fold::squeeze(&narrow);
    if tidy.is_empty() || is_blank_mark(&tidy) {
        return Phones::default();
    }
    let mut found = Phones::default();
    let mut reshaped = !guarded && tidy.len() != narrow.len();
    let mut unread = false;
    let mut count = 0;
    for part in tidy.split(['/', ',', ';', '|', '\\', '、', '和', '或']) {
        for piece in pieces(part) {
            count += 1;
            match one(piece) {
                Some((phone, as_written)) => {
                    reshaped |= !as_written;
                    unread |= has_words(piece);
                    if !found.numbers.contains(&phone) {
                        found.numbers.push(phone);
                    }
                }
                None => unread |= !piece.is_empty(),
            }
        }
    }
    if unread || found.numbers.is_empty() {
        found.words = Some(fold::squeeze(&raw));
    }
    if found.numbers.is_empty() {
        fixes.add(Fix::PhoneDropped);
        return found;
    }
    fixes.add_if(wide, Fix::FullwidthDigits);
    fixes.add_if(count > 1, Fix::PhoneSplit);
    fixes.add_if(reshaped, Fix::PhoneFormat);
    found
}

/// One piece, or two where a space parts two whole numbers.
fn pieces(part: &str) -> Vec<&str> {
    let part = part.trim();
    if one(part).is_none() {
        let split: Vec<&str> = part.split(' ').collect();
        if split.len() > 1 && split.iter().filter(|p| one(p).is_some()).count() > 1 {
            return split;
        }
    }
    vec![part]
}

fn has_words(piece: &str) -> bool {
    piece.chars().any(char::is_alphabetic)
}

/// Reads one number; says whether it stood as we keep it.
fn one(written: &str) -> Option<(Phone, bool)> {
    let piece = written.strip_suffix(".0").unwrap_or(written);
    // 转 and an extension, or a remark such as (母亲), may follow the number.
    let main = piece
        .split(['转', '#'])
        .next()
        .unwrap_or_default()
        .replace("ext", "");
    let scientific = main.contains(['e', 'E']) && main.contains('.');
    let mut digits: String = main.chars().filter(char::is_ascii_digit).collect();
    if scientific || digits.is_empty() {
        return None;
    }
    for code in ["0086", "86"] {
        if let Some(rest) = digits.strip_prefix(code)
            && rest.len() == 11
            && rest.starts_with('1')
        {
            digits = rest.to_owned();
            break;
        }
    }
    if digits.len() == 12 && digits.starts_with("01") && !digits.starts_with("010") {
        digits.remove(0);
    }
    // A number cell drops the zero of the area code.
    if digits.len() == 11 && Phone::parse(&digits).is_none() && digits.starts_with('7') {
        digits.insert(0, '0');
    }
    let same = digits.chars().all(|c| digits.starts_with(c));
    if same {
        return None;
    }
    Phone::parse(&digits).map(|phone| (phone, digits == written))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Vec<String>, Vec<Fix>, bool) {
        let mut fixes = Fixes::default();
        let found = phones(&Cell::Text(text.to_owned()), &mut fixes);
        let numbers = found.numbers.iter().map(ToString::to_string).collect();
        (numbers, fixes.sorted(), found.words.is_some())
    }

    #[test]
    fn every_form_is_read_and_the_repair_named() {
        use Fix::{FullwidthDigits, PhoneDropped, PhoneFormat, PhoneSplit};
        for (text, numbers, fixes) in [
            ("16912345678", vec!["16912345678"], vec![]),
            ("\t16912345678", vec!["16912345678"], vec![]),
            ("", vec![], vec![]),
            ("-", vec![], vec![]),
            ("169-1234-5678", vec!["16912345678"], vec![PhoneFormat]),
            ("169 1234 5678", vec!["16912345678"], vec![PhoneFormat]),
            (" 16912345678", vec!["16912345678"], vec![PhoneFormat]),
            ("+86 16912345678", vec!["16912345678"], vec![PhoneFormat]),
            ("008616912345678", vec!["16912345678"], vec![PhoneFormat]),
            ("16912345678.0", vec!["16912345678"], vec![PhoneFormat]),
            (
                "１６９１２３４５６７８",
                vec!["16912345678"],
                vec![FullwidthDigits],
            ),
            ("0760-88881234", vec!["076088881234"], vec![PhoneFormat]),
            ("(0760)88881234", vec!["076088881234"], vec![PhoneFormat]),
            (
                "16912345678/16412345678",
                vec!["16912345678", "16412345678"],
                vec![PhoneSplit],
            ),
            (
                "16912345678、16412345678",
                vec!["16912345678", "16412345678"],
                vec![PhoneSplit],
            ),
            (
                "16912345678 16412345678",
                vec!["16912345678", "16412345678"],
                vec![PhoneSplit],
            ),
            (
                "16912345678/0760-88881234",
                vec!["16912345678", "076088881234"],
                vec![PhoneFormat, PhoneSplit],
            ),
            ("无", vec![], vec![PhoneDropped]),
            ("1.69E+10", vec![], vec![PhoneDropped]),
            ("1691234567", vec![], vec![PhoneDropped]),
            ("169123456789", vec![], vec![PhoneDropped]),
            ("00000000000", vec![], vec![PhoneDropped]),
        ] {
            let numbers: Vec<String> = numbers.into_iter().map(str::to_owned).collect();
            let dropped = fixes == [PhoneDropped];
            assert_eq!(read(text), (numbers, fixes, dropped), "{text:?}");
        }
    }

    #[test]
    fn words_beside_a_number_are_kept() {
        let (numbers, fixes, words) = read("16912345678（母亲）");
        assert_eq!(numbers, ["16912345678"]);
        assert_eq!(fixes, [Fix::PhoneFormat]);
        assert!(words);
    }

    #[test]
    fn a_number_cell_is_exact() {
        let mut fixes = Fixes::default();
        let found = phones(&Cell::Number(16_912_345_678.0), &mut fixes);
        assert_eq!(found.numbers.len(), 1);
        assert!(fixes.sorted().is_empty());
    }
}
