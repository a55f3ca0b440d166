//! Widths in terminal cells: measure, cut, pad. A Chinese character takes two cells.
//!
//! Never use `len()`, `chars().count()` or `{:<8}` for columns: they count bytes and characters.

use super::fold;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Cells that `text` takes in a terminal.
pub fn cells(text: &str) -> usize {
    text.width()
}

/// Cuts `text` to at most `width` cells, never through a cluster; a cut is marked with `..`
/// (certain width everywhere, unlike `…`).
pub fn fit(text: &str, width: usize) -> String {
    if cells(text) <= width {
        return text.to_owned();
    }
    let mark = if width >= 4 { ".." } else { "" };
    let mut out = prefix(text, width - mark.len());
    out.push_str(mark);
    out
}

/// The longest whole-cluster prefix of at most `width` cells, without a mark.
pub fn prefix(text: &str, width: usize) -> String {
    let mut out = String::new();
    let mut used = 0;
    for cluster in text.graphemes(true) {
        let w = cells(cluster);
        if used + w > width {
            break;
        }
        used += w;
        out.push_str(cluster);
    }
    out
}

/// [`fit`], then padded with spaces on the right to exactly `width` cells.
pub fn pad(text: &str, width: usize) -> String {
    let mut out = fit(text, width);
    let used = cells(&out);
    out.extend(std::iter::repeat_n(' ', width.saturating_sub(used)));
    out
}

/// [`fit`], then padded with spaces on the left to exactly `width` cells (numbers).
pub fn pad_left(text: &str, width: usize) -> String {
    let fitted = fit(text, width);
    let mut out = " ".repeat(width.saturating_sub(cells(&fitted)));
    out.push_str(&fitted);
    out
}

/// Marks that never begin a line.
const CLOSING: &str = "，。、；：？！）》〉」』”’】％…·,.;:?!)]}%";
/// Marks that never end one.
const OPENING: &str = "（《〈「『“‘【([{";

/// Breaks `text` into lines of at most `width` cells; existing line breaks are kept. A number, a
/// date or a word stays whole where one line can hold it, no line begins with a mark that closes,
/// and the blanks at a break go.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let mut line = String::new();
        let mut used = 0;
        let mut broken = false;
        for unit in units(paragraph) {
            let w = cells(&unit);
            let blank = unit.trim().is_empty();
            if used + w > width && !line.is_empty() {
                lines.push(std::mem::take(&mut line).trim_end().to_owned());
                used = 0;
                broken = true;
            }
            if blank && broken && line.is_empty() {
                continue;
            }
            for cluster in unit.graphemes(true) {
                let w = cells(cluster);
                if used + w > width && !line.is_empty() {
                    lines.push(std::mem::take(&mut line));
                    used = 0;
                    broken = true;
                }
                used += w;
                line.push_str(cluster);
            }
        }
        lines.push(line);
    }
    lines
}

/// The parts of a paragraph between which a line may break.
fn units(paragraph: &str) -> Vec<String> {
    let mut units: Vec<String> = Vec::new();
    let mut before: Option<char> = None;
    for cluster in paragraph.graphemes(true) {
        let first = cluster.chars().next();
        let joined = matches!((before, first), (Some(a), Some(b)) if stays(a, b));
        match units.last_mut() {
            Some(unit) if joined => unit.push_str(cluster),
            _ => units.push(cluster.to_owned()),
        }
        before = cluster.chars().next_back();
    }
    units
}

/// True where a line must not break between two characters.
fn stays(a: char, b: char) -> bool {
    if a.is_whitespace() || b.is_whitespace() {
        return false;
    }
    let wide = |c: char| cells(c.encode_utf8(&mut [0; 4])) > 1;
    let word = |c: char| !wide(c) || c.is_numeric();
    let digit = |c: char| c.is_numeric() && !fold::is_han(c);
    CLOSING.contains(b)
        || OPENING.contains(a)
        || (word(a) && word(b))
        || (digit(a) && "年月日时分".contains(b))
        || ("年月".contains(a) && digit(b))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn cuts_between_characters_only() {
        assert_eq!(fit("石岐街道办事处", 9), "石岐街..");
        assert_eq!(pad("李明", 6), "李明  ");
        assert_eq!(pad_left("12", 4), "  12");
        assert_eq!(wrap("零基础可报", 4), ["零基", "础可", "报"]);
    }

    #[test]
    fn numbers_dates_and_words_stay_whole_and_no_line_begins_with_a_mark() {
        assert_eq!(
            wrap("已约 2026-11-28 面试", 12),
            ["已约", "2026-11-28", "面试"]
        );
        assert_eq!(wrap("开班2026年11月28日", 16), ["开班", "2026年11月28日"]);
        assert_eq!(wrap("工资再谈，好", 8), ["工资再", "谈，好"]);
        assert_eq!(wrap("他说（不去）了", 8), ["他说（不", "去）了"]);
        assert_eq!(wrap("他说（不去）了", 6), ["他说", "（不", "去）了"]);
        assert_eq!(wrap("for thirty seconds", 11), ["for thirty", "seconds"]);
        assert_eq!(wrap("    依据：二十岁", 10), ["    依据：", "二十岁"]);
        assert_eq!(wrap("449901199203143217", 10), ["4499011992", "03143217"]);
    }

    proptest! {
        #[test]
        fn never_wider_than_asked(text in "\\PC{0,40}", width in 0usize..30) {
            prop_assert!(cells(&fit(&text, width)) <= width);
            prop_assert!(cells(&pad(&text, width)) <= width.max(cells(&pad("", width))));
        }

        #[test]
        fn wrapping_loses_blanks_only(text in "[ 0-9a-z，。（李明朗\\-]{0,40}", width in 2usize..30) {
            let lines = wrap(&text, width);
            prop_assert!(lines.iter().all(|line| cells(line) <= width));
            let bare = |text: &str| text.replace(' ', "");
            prop_assert_eq!(bare(&lines.concat()), bare(&text));
        }
    }
}
