//! Untrusted text made safe to show: names, notes and file contents pass here before a terminal, a
//! log line or an export cell.

use super::fold::is_invisible;
use unicode_normalization::char::is_combining_mark;

/// Combining marks kept on one letter; a flood of them breaks the columns of a terminal.
const MARKS_PER_LETTER: usize = 4;

/// One line of safe text: control characters become visible pictures (`␛`), line breaks and tabs a
/// space, bidi and zero-width controls vanish, floods of combining marks are cut.
pub fn line(text: &str) -> String {
    clean(text, false)
}

/// As [`line()`], but line breaks stay.
pub fn block(text: &str) -> String {
    clean(text, true)
}

fn clean(text: &str, keep_breaks: bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut marks = 0;
    let text = text.replace("\r\n", "\n");
    for c in text.chars() {
        if is_combining_mark(c) {
            marks += 1;
            if marks <= MARKS_PER_LETTER {
                out.push(c);
            }
            continue;
        }
        marks = 0;
        match c {
            '\n' if keep_breaks => out.push('\n'),
            '\n' | '\r' | '\t' | '\u{85}' | '\u{2028}' | '\u{2029}' => out.push(' '),
            '\u{0}'..='\u{1f}' => out.push(char::from_u32(0x2400 + u32::from(c)).unwrap_or(' ')),
            '\u{7f}' => out.push('\u{2421}'),
            c if is_invisible(c) => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_control_reaches_the_terminal() {
        assert_eq!(line("a\u{1b}]52;c;x\u{7}b\u{9b}2J"), "a␛]52;c;x␇b2J");
        assert_eq!(line("李\u{202e}明\u{200b}\n朗"), "李明 朗");
        assert_eq!(block("一\r\n二\r三"), "一\n二 三");
        let flood = format!("e{}", "\u{301}".repeat(200));
        assert_eq!(line(&flood).chars().count(), 1 + MARKS_PER_LETTER);
    }
}
