//! First letters of the pinyin of the program's own words, so that `dc` finds 导出.
//!
//! The common characters of GB 2312 stand in the order of their pinyin, so its code tells the letter.
//! Absent on purpose: people's names, which need readings and rare characters; they are searched
//! elsewhere.

use crate::text::fold;

/// The first code of each letter; none begins with i, u or v.
const FIRST: [(u16, char); 23] = [
    (0xB0A1, 'a'),
    (0xB0C5, 'b'),
    (0xB2C1, 'c'),
    (0xB4EE, 'd'),
    (0xB6EA, 'e'),
    (0xB7A2, 'f'),
    (0xB8C1, 'g'),
    (0xB9FE, 'h'),
    (0xBBF7, 'j'),
    (0xBFA6, 'k'),
    (0xC0AC, 'l'),
    (0xC2E8, 'm'),
    (0xC4C3, 'n'),
    (0xC5B6, 'o'),
    (0xC5BE, 'p'),
    (0xC6DA, 'q'),
    (0xC8BB, 'r'),
    (0xC8F6, 's'),
    (0xCBFA, 't'),
    (0xCDDA, 'w'),
    (0xCEF4, 'x'),
    (0xD1B9, 'y'),
    (0xD4D1, 'z'),
];
/// The last code in pinyin order; rarer characters stand by their strokes.
const LAST: u16 = 0xD7F9;

/// The first letter of a character's pinyin, if it is a common one.
pub(crate) fn initial(c: char) -> Option<char> {
    let mut text = [0; 4];
    let (bytes, _, unknown) = encoding_rs::GBK.encode(c.encode_utf8(&mut text));
    let [high, low] = bytes.as_ref() else {
        return None;
    };
    let code = u16::from_be_bytes([*high, *low]);
    if unknown || *low < 0xA1 || code > LAST {
        return None;
    }
    FIRST
        .iter()
        .rev()
        .find(|(first, _)| code >= *first)
        .map(|(_, letter)| *letter)
}

/// The first letters of a text; other letters and digits stay, what separates stays as a blank.
pub(crate) fn initials(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            c if fold::is_han(c) => initial(c).unwrap_or('?'),
            c if c.is_ascii_alphanumeric() => c.to_ascii_lowercase(),
            _ => ' ',
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::{global, screens};

    #[test]
    fn every_command_can_be_found_by_its_letters() {
        assert_eq!(initials("导出，这一天的日志"), "dc zytdrz");
        assert_eq!(initials("遮屏"), "zp");
        let mut actions = global::global_actions();
        actions.extend(screens::all().into_iter().flat_map(|info| info.actions));
        for action in actions {
            assert!(!initials(action.zh).contains('?'), "{}", action.zh);
        }
    }
}
