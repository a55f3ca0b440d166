//! A selected row among rows, and the part of them that fits, computed from numbers alone.

use crate::ui::screen::Common;
use std::ops::Range;

/// Which row keys act on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct List {
    pub(crate) selected: usize,
}

impl List {
    /// Moves the selection among `len` rows shown `page` at a time; true where it moved.
    pub(crate) fn shift(&mut self, common: Common, len: usize, page: usize) -> bool {
        let last = len.saturating_sub(1);
        let page = page.max(1);
        let to = match common {
            Common::Up => self.selected.saturating_sub(1),
            Common::Down => self.selected + 1,
            Common::PageUp => self.selected.saturating_sub(page),
            Common::PageDown => self.selected + page,
            Common::First => 0,
            Common::Last => last,
            _ => self.selected,
        }
        .min(last);
        let moved = to != self.selected;
        self.selected = to;
        moved
    }

    /// Keeps the selection inside after the rows changed.
    pub(crate) fn clamp(&mut self, len: usize) {
        self.selected = self.selected.min(len.saturating_sub(1));
    }
}

/// The rows to show of `len` in `height` lines, so that the selected one stands near the middle and
/// no line is wasted.
pub(crate) fn window(len: usize, selected: usize, height: usize) -> Range<usize> {
    let height = height.min(len);
    let start = selected
        .saturating_sub(height / 2)
        .min(len.saturating_sub(height));
    start..start + height
}

/// The row that stands `line` lines below the first shown one, if a row stands there.
pub(crate) fn row_on(line: u16, shown: &Range<usize>) -> Option<usize> {
    let row = shown.start + usize::from(line);
    shown.contains(&row).then_some(row)
}

/// `5/120`: the selected row and how many there are; empty where all are seen.
pub(crate) fn scrolled(len: usize, selected: usize, height: usize) -> String {
    if len > height && len > 0 {
        format!("{}/{len}", selected + 1)
    } else {
        String::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_selected_row_is_always_seen(len in 0usize..200, at in 0usize..200, height in 0usize..60) {
            let selected = at.min(len.saturating_sub(1));
            let shown = window(len, selected, height);
            prop_assert!(shown.end <= len && shown.len() == height.min(len));
            if len > 0 && height > 0 {
                prop_assert!(shown.contains(&selected));
            }
        }
    }

    #[test]
    fn moves_stop_at_the_ends() {
        let mut list = List::default();
        assert!(!list.shift(Common::Up, 3, 2));
        assert!(list.shift(Common::PageDown, 3, 2));
        assert!(!list.shift(Common::Down, 3, 2));
        assert_eq!(list.selected, 2);
        list.clamp(1);
        assert_eq!(list.selected, 0);
        assert!(!list.shift(Common::Down, 0, 2));
    }
}
