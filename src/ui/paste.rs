//! What was pasted: into a field, into the box, or a column of entries that are looked up together.
//! Where a terminal tells of no paste it comes as very fast keys.

use super::{
    model::Model,
    nav,
    notice::Notice,
    routing,
    scan::Fast,
    screen::{Edit, Focus},
    screens::{Route, multi},
    view, words,
};
use crate::{
    effect::{Ask, Ticket},
    keymap::Key,
    text::display,
};

type Asks = Vec<(Ticket, Ask)>;

/// Characters that a field takes from one paste.
const FIELD: usize = 2_000;
/// Characters that the box takes; more are no query.
const BOX: usize = 200;
/// Characters of a pasted file that are looked at.
const LOOKED_AT: usize = 200_000;

/// Text was pasted; it never submits anything.
pub(super) fn take(model: &mut Model, text: &str) -> Asks {
    if model.curtain || !view::fits(model.size) {
        return Vec::new();
    }
    nav::forget_old(model, false);
    model.resolver.reset();
    let all = text.chars().count();
    let cut: String = text.chars().take(LOOKED_AT).collect();
    // Some terminals send every line break of a paste as Enter does.
    let safe = display::block(&cut.replace("\r\n", "\n").replace('\r', "\n"));
    let safe = safe.trim_end_matches('\n');
    if safe.trim().is_empty() {
        if all > 0 {
            let words = words::pasted_nothing(model.setup.lang);
            model.say(Notice::info(words));
        }
        return Vec::new();
    }
    let popup = model
        .stack
        .last()
        .is_some_and(|open| open.screen.is_popup());
    let mut entries = entries(safe);
    let to_box = match routing::focus(model) {
        // Words of one line may be for the field of a pop-up, a column is not.
        Focus::Text { .. } => takes_scan(model) || popup && entries.len() > 1,
        Focus::Choice | Focus::List => true,
    };
    if !to_box {
        let (kept, whole) = shortened(safe, FIELD);
        let asks = routing::edit(model, Edit::Paste(kept));
        if !whole {
            too_long(model, all, FIELD);
        }
        return asks;
    }
    if entries.len() > 1 {
        return many(model, entries);
    }
    let (kept, whole) = shortened(&entries.pop().unwrap_or_default(), BOX);
    let asks = if popup || routing::focus(model) == Focus::Choice {
        routing::find(model, &kept)
    } else {
        routing::edit(model, Edit::Paste(kept))
    };
    if !whole {
        too_long(model, all, BOX);
    }
    asks
}

fn takes_scan(model: &Model) -> bool {
    let top = model.stack.last();
    top.is_some_and(|open| open.screen.takes_scan())
}

fn too_long(model: &mut Model, all: usize, taken: usize) {
    let words = words::pasted_cut(model.setup.lang, all, taken);
    model.say(Notice::warning(words));
}

/// The first characters, and whether that is all.
fn shortened(text: &str, most: usize) -> (String, bool) {
    match text.char_indices().nth(most) {
        Some((at, _)) => (text[..at].to_owned(), false),
        None => (text.to_owned(), true),
    }
}

/// The lines that hold something.
fn entries(text: &str) -> Vec<String> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(str::to_owned).collect()
}

/// Several entries are looked up together, one line each.
fn many(model: &mut Model, mut entries: Vec<String>) -> Asks {
    let all = entries.len();
    entries.truncate(multi::MOST);
    for entry in &mut entries {
        *entry = shortened(entry, BOX).0;
    }
    let mut asks = routing::close_popups(model);
    asks.extend(nav::open(model, Route::Multi(entries)));
    if all > multi::MOST {
        model.say(Notice::warning(multi::cut(model.setup.lang, all)));
    }
    asks
}

/// A key where a paste comes as very fast keys; none where it is kept as a part of one.
pub(super) fn fast(model: &mut Model, key: Key, ms: u64) -> Option<Key> {
    if model.setup.paste_events {
        return Some(key);
    }
    let in_field = matches!(routing::focus(model), Focus::Text { .. }) && !takes_scan(model);
    match model.burst.press(key, ms, in_field) {
        Fast::Key => Some(key),
        // A line break in a field is a blank and submits nothing.
        Fast::Break => Some(Key::char(' ')),
        Fast::Kept => None,
    }
}

/// Very fast keys that have ended: a column that was pasted, or a scanner's last key.
pub(super) fn flush(model: &mut Model, ms: u64) -> Asks {
    if !model.burst.is_due(ms) {
        return Vec::new();
    }
    let (lines, last) = model.burst.take();
    let entries = entries(&display::block(&lines));
    if entries.len() > 1 {
        model.dirty = true;
        let mut asks = Vec::new();
        if takes_scan(model) {
            // Its first line went into the box before it was known to be a paste.
            routing::edit(model, Edit::SelectAll);
            asks.extend(routing::edit(model, Edit::Backspace));
        }
        asks.extend(many(model, entries));
        return asks;
    }
    match last {
        Some(key) => routing::one(model, key, model.moment),
        None => Vec::new(),
    }
}
