//! Folding what people type and what files hold: full-width forms, Chinese punctuation, odd spaces.
//!
//! Absent on purpose: traditional → simplified and pinyin; they need tables and live in `matching`.

/// The ASCII twin of a full-width form or of a Chinese punctuation mark, else the character itself.
///
/// An input method that is switched on sends these; in the box, in dates, numbers and commands they
/// mean their twins (`？：／，。、；《》＜＞！（）－—＋．·`, full-width digits and letters, U+3000).
pub fn half_width(c: char) -> char {
    match c {
        '\u{3000}' | '\u{a0}' => ' ',
        '。' | '．' | '·' | '・' | '•' | '‧' => '.',
        '、' => '/',
        '《' | '〈' => '<',
        '》' | '〉' => '>',
        '—' | '–' | '－' | '‐' | '‑' | '−' => '-',
        '“' | '”' => '"',
        '‘' | '’' => '\'',
        '【' => '[',
        '】' => ']',
        '￥' => '¥',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

/// [`half_width`] over a whole text.
pub fn fold_width(text: &str) -> String {
    text.chars().map(half_width).collect()
}

/// True for characters that are there but not seen: zero-width, byte-order mark, bidi controls,
/// soft hyphen, and control characters.
pub fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}

/// Trims, drops invisible characters and turns runs of white space (line breaks too) into one space.
pub fn squeeze(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_whitespace() || c == '\u{3000}' {
            if !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
        } else if !is_invisible(c) {
            out.push(c);
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// True for Han characters, the rare ones outside the BMP and 〇 included.
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{3007}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{323af}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_input_method_left_on_changes_nothing() {
        assert_eq!(
            fold_width("？：／，。、；《》＜＞！（）－—＋．·"),
            "?:/,./;<><>!()--+.."
        );
        assert_eq!(fold_width("４４９９０１ＡＸ　ｚ"), "449901AX z");
        assert_eq!(fold_width("张三"), "张三");
    }

    #[test]
    fn squeeze_drops_what_cannot_be_seen() {
        assert_eq!(squeeze(" \u{feff}张\u{200b}三 \n\t 四\u{3000}"), "张三 四");
        assert_eq!(squeeze("\u{202e}a\u{1b}[2Jb"), "a[2Jb");
    }
}
