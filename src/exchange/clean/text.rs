//! Plain text: what can't be seen goes, what a spreadsheet would run is disarmed.

use super::Fixes;
use crate::exchange::{report::Fix, sheet::Cell};
use crate::text::fold;

/// Characters that make a spreadsheet take a cell for a formula, full-width twins included.
fn starts_formula(text: &str) -> bool {
    text.trim_start()
        .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
        || text.starts_with(['\t', '\r', '\n'])
}

/// The text as a CSV cell that no spreadsheet runs: a quote mark before what looks like a formula.
pub(crate) fn guarded(text: &str) -> String {
    if starts_formula(text.trim_start_matches('\'')) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// The text for a file that needs no guard: words that begin like a guarded cell get one mark more,
/// because [`unguarded`] takes one off.
pub(crate) fn escaped(text: &str) -> String {
    if unguarded(text).len() < text.len() {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// Takes the mark of [`guarded`] or [`escaped`] off again.
pub(crate) fn unguarded(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if starts_formula(rest.trim_start_matches('\'')) => rest,
        _ => text,
    }
}

/// True for the dashes and slashes that clerks put where nothing is known.
pub(crate) fn is_blank_mark(text: &str) -> bool {
    !text.is_empty()
        && text
            .chars()
            .all(|c| matches!(fold::half_width(c), '-' | '/' | '\\' | '_' | ' '))
}

/// A cell as one line of text, and whether it looked like a formula.
pub(crate) fn text(cell: &Cell) -> (String, bool) {
    without_blank_mark(clean(cell, fold::squeeze))
}

/// The same, where a dash is somebody's words and stays.
pub(crate) fn as_written(cell: &Cell) -> (String, bool) {
    let (text, looks) = clean(cell, fold::squeeze);
    let is_mark = is_blank_mark(&text);
    (text, looks && !is_mark)
}

/// A cell as text that keeps its line breaks, and whether it looked like a formula.
pub(crate) fn block(cell: &Cell) -> (String, bool) {
    without_blank_mark(clean(cell, |text| {
        let lines: Vec<String> = text.lines().map(fold::squeeze).collect();
        lines.join("\n").trim().to_owned()
    }))
}

/// The text of a record that was ours already: as it is, but for characters that steer a screen.
pub(crate) fn exact(cell: &Cell) -> String {
    let raw = cell.text();
    unguarded(&raw)
        .chars()
        .filter(|c| matches!(c, '\n' | '\t') || !c.is_control())
        .collect()
}

fn without_blank_mark((text, looks): (String, bool)) -> (String, bool) {
    if is_blank_mark(&text) {
        (String::new(), false)
    } else {
        (text, looks)
    }
}

fn clean(cell: &Cell, tidy: impl Fn(&str) -> String) -> (String, bool) {
    if matches!(cell, Cell::Error(_)) {
        return (String::new(), false);
    }
    let raw = cell.text();
    let open = unguarded(&raw);
    let text = tidy(open);
    // A mark of our own in front says that the words were disarmed already; a plain number is none.
    let looks = matches!(cell, Cell::Text(_))
        && open.len() == raw.len()
        && starts_formula(&text)
        && fold::fold_width(&text).parse::<f64>().is_err();
    (text, looks)
}

/// [`text`], with the repair named.
pub(crate) fn plain(cell: &Cell, fixes: &mut Fixes) -> String {
    let (text, looks) = text(cell);
    fixes.add_if(looks, Fix::FormulaNeutralised);
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cell(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }

    #[test]
    fn what_looks_like_a_formula_is_told() {
        for formula in [
            "=1+1", "@SUM(A1)", "＝cmd|x", "+cmd", "-2+3", " =1", "－1+1",
        ] {
            assert!(text(&cell(formula)).1, "{formula}");
            assert!(guarded(formula).starts_with('\''), "{formula}");
        }
        for plain in ["会开车", "-5", "+3.5", "'=1+1", "a=b", "-", "——"] {
            assert!(!text(&cell(plain)).1, "{plain}");
        }
        assert_eq!(text(&cell("'=1+1")).0, "=1+1");
        assert_eq!(text(&cell("'引'")).0, "'引'");
        assert_eq!(text(&cell("//")).0, "");
        assert_eq!(text(&Cell::Error("#N/A".to_owned())).0, "");
        assert_eq!(text(&cell("a\u{1b}[2J\u{202e}b\nc")).0, "a[2Jb c");
        assert_eq!(block(&cell("一 \r\n二\u{7}")).0, "一\n二");
    }

    proptest! {
        #[test]
        fn the_guard_comes_off_again(words in "['=+@\\-a一\t ＝]{0,6}") {
            let first = guarded(&words);
            prop_assert_eq!(unguarded(&first), words.as_str());
            let second = escaped(&words);
            prop_assert_eq!(unguarded(&second), words.as_str());
            prop_assert!(!starts_formula(&first));
        }
    }
}
