//! Widths in terminal cells: measure, cut, pad. A Chinese character takes two cells.
//!
//! Never use `len()`, `chars().count()` or `{:<8}` for columns: they count bytes and characters.

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

/// Breaks `text` into lines of at most `width` cells; existing line breaks are kept.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let mut line = String::new();
        let mut used = 0;
        for cluster in paragraph.graphemes(true) {
            let w = cells(cluster);
            if used + w > width && !line.is_empty() {
                lines.push(std::mem::take(&mut line));
                used = 0;
            }
            used += w;
            line.push_str(cluster);
        }
        lines.push(line);
    }
    lines
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

    proptest! {
        #[test]
        fn never_wider_than_asked(text in "\\PC{0,40}", width in 0usize..30) {
            prop_assert!(cells(&fit(&text, width)) <= width);
            prop_assert!(cells(&pad(&text, width)) <= width.max(cells(&pad("", width))));
        }
    }
}
