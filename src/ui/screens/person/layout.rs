//! Where the panes of the person screen stand; numbers in, rectangles out.

use super::Pane;
use ratatui::layout::Rect;

/// Box, name line, groups and wishes, what to ask first.
pub(super) const HEAD: u16 = 4;
/// Side by side from this width.
const WIDE: u16 = 120;
/// Lines for the reasons of the selected offer, with their rule.
const REASONS: u16 = 4;

/// The panes that are seen, each with its title line, and the place of the reasons.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Layout {
    pub(super) panes: Vec<(Pane, Rect)>,
    pub(super) reasons: Option<Rect>,
    /// A line that names the panes that are not seen.
    pub(super) tabs: Option<Rect>,
}

/// Lays the panes out for the focused one.
pub(super) fn layout(area: Rect, focus: Pane) -> Layout {
    let rest = Rect {
        y: area.y + HEAD,
        height: area.height.saturating_sub(HEAD),
        ..area
    };
    if area.width >= WIDE {
        wide(rest)
    } else {
        narrow(rest, focus)
    }
}

fn wide(rest: Rect) -> Layout {
    let offers = (rest.height.saturating_sub(REASONS) * 3 / 5).max(4);
    let left = (rest.width - 1) / 2;
    let at = |x: u16, width: u16, y: u16, height: u16| Rect {
        x: rest.x + x,
        y: rest.y + y,
        width,
        height,
    };
    let right = rest.width - left - 1;
    let below = offers + REASONS;
    let last = rest.height.saturating_sub(below);
    Layout {
        panes: vec![
            (Pane::Vacancies, at(0, left, 0, offers)),
            (Pane::Courses, at(left + 1, right, 0, offers)),
            (Pane::Contacts, at(0, left, below, last)),
            (Pane::Record, at(left + 1, right, below, last)),
        ],
        reasons: Some(at(0, rest.width, offers, REASONS)),
        tabs: None,
    }
}

fn narrow(rest: Rect, focus: Pane) -> Layout {
    let part = |y: u16, height: u16| Rect {
        y: rest.y + y,
        height,
        ..rest
    };
    let tabs = Some(part(0, 1));
    let height = rest.height.saturating_sub(1);
    match focus {
        Pane::Contacts | Pane::Record => Layout {
            panes: vec![(focus, part(1, height))],
            reasons: None,
            tabs,
        },
        Pane::Vacancies | Pane::Courses => {
            let lists = height.saturating_sub(REASONS);
            // The focused list gets the odd line and a little more.
            let vacancies = if focus == Pane::Vacancies {
                lists.div_ceil(2) + 1
            } else {
                lists / 2 - 1
            };
            Layout {
                panes: vec![
                    (Pane::Vacancies, part(1, vacancies)),
                    (Pane::Courses, part(1 + vacancies, lists - vacancies)),
                ],
                reasons: Some(part(1 + lists, REASONS)),
                tabs,
            }
        }
    }
}

/// Rows of a pane below its title.
pub(super) fn height(body: (u16, u16), pane: Pane) -> usize {
    let area = Rect::new(0, 0, body.0, body.1);
    layout(area, pane)
        .panes
        .iter()
        .find(|(p, _)| *p == pane)
        .map_or(1, |(_, rect)| usize::from(rect.height.saturating_sub(1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn panes_never_overlap_nor_leave_the_area() {
        for (columns, rows) in [(80, 21), (100, 21), (119, 40), (120, 33), (200, 57)] {
            for focus in Pane::ALL {
                let area = Rect::new(0, 1, columns, rows);
                let layout = layout(area, focus);
                let mut parts: Vec<Rect> = layout.panes.iter().map(|(_, r)| *r).collect();
                parts.extend(layout.reasons);
                parts.extend(layout.tabs);
                for (i, a) in parts.iter().enumerate() {
                    assert_eq!(a.intersection(area), *a, "{columns}x{rows} {focus:?}");
                    for b in &parts[i + 1..] {
                        assert!(a.intersection(*b).is_empty(), "{columns}x{rows} {focus:?}");
                    }
                }
                assert!(layout.panes.iter().any(|(pane, _)| *pane == focus));
            }
        }
    }
}
