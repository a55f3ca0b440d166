//! Where a key goes: curtain, keys that wait, scanner, text field, key file, the one search box.

use super::{
    chrome, global,
    model::Model,
    msg::Moment,
    nav,
    notice::Notice,
    paste,
    scan::Verdict,
    screen::{Common, Edit, Focus, Step},
    screens::{self, Route},
    view, words,
};
use crate::{
    effect::{Ask, Ticket},
    keymap::{Code, Key, Resolved},
};
use ratatui::layout::Position;

type Asks = Vec<(Ticket, Ask)>;

/// Keys that may wait for an answer; more are dropped (a book lying on the keyboard).
const AHEAD: usize = 500;
/// Two clicks on one cell within this time are Enter.
const DOUBLE_CLICK_MS: u64 = 400;

/// A key was pressed.
pub(super) fn key(model: &mut Model, key: Key, moment: Moment) -> Asks {
    if model.curtain || !view::fits(model.size) {
        return behind(model, key, moment.ms);
    }
    let mut asks = paste::flush(model, moment.ms);
    let key = match paste::fast(model, key, moment.ms) {
        Some(key) => key,
        None => return asks,
    };
    asks.extend(one(model, key, moment));
    asks
}

/// A key that belongs to no paste.
pub(super) fn one(model: &mut Model, key: Key, moment: Moment) -> Asks {
    if global::is(model, key, "curtain") {
        // The curtain waits for nothing: somebody is looking.
        nav::draw_curtain(model);
        return Vec::new();
    }
    if !model.ahead.is_empty() || must_wait(model, key) {
        if model.ahead.len() < AHEAD {
            model.ahead.push_back((key, moment));
        }
        return Vec::new();
    }
    press(model, key, moment.ms)
}

/// A line break so soon after a character is a scanner's or a paste's, not a hand's.
const HAND_MS: u64 = 100;

/// Keys while nothing of the office is seen: only leaving, and lifting the curtain. A scan does not lift
/// it: nobody has looked who sits there.
fn behind(model: &mut Model, key: Key, ms: u64) -> Asks {
    if key.typed().is_some() {
        model.typed_behind_ms = ms;
    }
    if global::is(model, key, "quit") {
        return nav::quit(model);
    }
    let by_hand = ms.saturating_sub(model.typed_behind_ms) >= HAND_MS;
    let enter = key == Key::plain(Code::Enter) && by_hand;
    let lifts = global::is(model, key, "curtain") || enter;
    if lifts && view::fits(model.size) {
        model.curtain = false;
    }
    Vec::new()
}

/// Typing into a live search goes on while its answer is awaited; everything else waits its turn.
fn must_wait(model: &Model, key: Key) -> bool {
    model.stack.last().is_some_and(|open| {
        open.screen.busy()
            && !(matches!(open.screen.focus(), Focus::Text { .. }) && text_edit(key).is_some())
    })
}

/// Handles the keys that waited, in order, until one must wait again.
pub(super) fn replay(model: &mut Model) -> Asks {
    let mut asks = Vec::new();
    while let Some((key, moment)) = model.ahead.front().copied() {
        if must_wait(model, key) {
            break;
        }
        model.ahead.pop_front();
        asks.extend(press(model, key, moment.ms));
    }
    asks
}

/// Answers with held digits once they are surely a hand's.
pub(super) fn flush_held(model: &mut Model, ms: u64) -> Asks {
    if !model.held.is_due(ms) {
        return Vec::new();
    }
    match is_in_words(model).then(|| model.held.take_scan()).flatten() {
        Some(number) => find(model, &number),
        None => answer_held(model),
    }
}

/// A field of words that is not the search box has the focus.
fn is_in_words(model: &Model) -> bool {
    let full = model
        .stack
        .last()
        .is_some_and(|open| !open.screen.is_popup());
    full && matches!(focus(model), Focus::Text { .. }) && is_guarded(model)
}

fn answer_held(model: &mut Model) -> Asks {
    let mut asks = Vec::new();
    for digit in model.held.take() {
        model.dirty = true;
        asks.extend(dispatch(model, Key::char(digit)));
    }
    asks
}

pub(super) fn focus(model: &Model) -> Focus {
    model
        .stack
        .last()
        .map_or(Focus::List, |open| open.screen.focus())
}

fn press(model: &mut Model, key: Key, ms: u64) -> Asks {
    let mut asks = flush_held(model, ms);
    // After the first key of a chord a digit is looked at as well: it is the chord's or a scan's,
    // never an answer.
    let chord = model.resolver.pending().is_some();
    if chord || is_guarded(model) || !model.held.is_empty() {
        let in_words = !chord && is_in_words(model);
        // A scanner's Enter ends its number; after words it ends nothing.
        let ends = matches!(key.code, Code::Enter | Code::Tab);
        if in_words
            && ends
            && let Some(number) = model.held.take_scan()
        {
            asks.extend(find(model, &number));
            asks.extend(dispatch(model, key));
            return asks;
        }
        match model.held.press(key, ms, in_words) {
            Verdict::Wait => return asks,
            Verdict::Scan(digits) => {
                model.resolver.reset();
                asks.extend(find(model, &digits));
                return asks;
            }
            Verdict::Pass => asks.extend(answer_held(model)),
        }
    }
    let scanned = model.run.press(key, ms);
    asks.extend(dispatch(model, key));
    if scanned {
        asks.extend(nav::on_top(model, |screen, cx| screen.scanned(cx)));
    }
    asks
}

/// Where a scan must not be taken for an answer or for words, nor be lost: choices, text that is not
/// the search box, and pop-ups.
fn is_guarded(model: &Model) -> bool {
    model
        .stack
        .last()
        .is_some_and(|open| match open.screen.focus() {
            Focus::Choice => true,
            Focus::Text { .. } => !open.screen.takes_scan(),
            Focus::List => open.screen.is_popup(),
        })
}

fn dispatch(model: &mut Model, key: Key) -> Asks {
    nav::forget_old(model, false);
    if model.resolver.pending().is_none() {
        // Undo inside a form is the form's own matter even between its text fields: it must not
        // reach for a contact that was logged before.
        let typing =
            text_edit(key).filter(|change| matches!(change, Edit::UndoTyping | Edit::RedoTyping));
        if focus(model) == Focus::Choice
            && let Some(change) = typing
        {
            return offer_edit(model, change).unwrap_or_default();
        }
        let folded = key.folded().typed();
        let focus = focus(model);
        if let Focus::Text { empty } = focus {
            match folded {
                Some('?') if empty => return run(model, "global", "help"),
                // Nothing begins with a blank, nor with the sign that leads to the box.
                Some('/' | ' ') if empty => return Vec::new(),
                _ => {}
            }
            if let Some(change) = text_edit(key) {
                let taken = offer_edit(model, change);
                if let Some(asks) = taken {
                    return asks;
                }
            }
        }
    }
    resolve(model, key)
}

/// Looks the key up in the key files, nearest section first.
fn resolve(model: &mut Model, key: Key) -> Asks {
    let Some(top) = model.stack.last().map(|open| open.screen.name()) else {
        return Vec::new();
    };
    let begun = model.resolver.pending().is_some();
    let resolved = model.resolver.press(
        &model.setup.keymap,
        &[top, "common", "global"],
        key,
        screens::owns,
    );
    match resolved {
        Resolved::Run { section, action } => run(model, &section, &action),
        Resolved::Pending | Resolved::Cancelled => Vec::new(),
        Resolved::Unbound if begun => Vec::new(),
        Resolved::Unbound => unbound(model, key),
    }
}

fn unbound(model: &mut Model, key: Key) -> Asks {
    let list = focus(model) == Focus::List;
    match key.typed() {
        Some(c) => {
            let folded = crate::text::fold::half_width(c);
            if list && folded == '?' {
                run(model, "global", "help")
            } else if list && folded == '/' {
                find(model, "")
            } else if list && folded.is_whitespace() {
                Vec::new()
            } else {
                edit(model, Edit::Insert(c))
            }
        }
        None if key == Key::plain(Code::Backspace) || key == Key::ctrl('h') => {
            offer_edit(model, Edit::Backspace).unwrap_or_default()
        }
        None => Vec::new(),
    }
}

/// Offers an edit to the top screen; `None` where it does not take it.
fn offer_edit(model: &mut Model, change: Edit) -> Option<Asks> {
    let index = model.stack.len().checked_sub(1)?;
    let step = nav::with(model, index, |screen, cx| screen.edit(change, cx))??;
    Some(nav::follow(model, index, step))
}

/// Typed text: the top screen's, or the one search box's.
pub(super) fn edit(model: &mut Model, change: Edit) -> Asks {
    let text = match &change {
        Edit::Insert(c) => c.to_string(),
        Edit::Paste(text) => text.clone(),
        _ => return offer_edit(model, change).unwrap_or_default(),
    };
    if let Some(asks) = offer_edit(model, change) {
        return asks;
    }
    let popup = model
        .stack
        .last()
        .is_some_and(|open| open.screen.is_popup());
    if popup || focus(model) == Focus::Choice {
        return Vec::new();
    }
    find(model, &text)
}

/// Closes the pop-ups above the nearest full screen.
pub(super) fn close_popups(model: &mut Model) -> Asks {
    let mut asks = Vec::new();
    while model
        .stack
        .last()
        .is_some_and(|open| open.screen.is_popup())
    {
        asks.extend(nav::on_top(model, |_, _| {
            Step::go(super::screen::Nav::Done)
        }));
    }
    asks
}

/// Opens the search box with a text in it, above whatever is open.
pub(super) fn find(model: &mut Model, text: &str) -> Asks {
    let mut asks = close_popups(model);
    let text = text.to_owned();
    asks.extend(nav::open(model, Route::People(text)));
    asks
}

/// Runs an action by name, as if its key were pressed.
pub(super) fn run(model: &mut Model, section: &str, action: &str) -> Asks {
    match section {
        "global" => global::run(model, action),
        "common" => match global::common(action) {
            Some(common) => nav::on_top(model, |screen, cx| screen.common(common, cx)),
            None => Vec::new(),
        },
        _ if is_on_top(model, section) => {
            nav::on_top(model, |screen, cx| match screen.refusal(action, cx) {
                Some(reason) => Step::say(Notice::warning(reason)),
                None => screen.run(action, cx).unwrap_or_else(Step::stay),
            })
        }
        _ => elsewhere(model, section, action),
    }
}

fn is_on_top(model: &Model, section: &str) -> bool {
    let top = model.stack.last();
    top.is_some_and(|open| open.screen.name() == section)
}

/// Goes to the screen that a command belongs to and runs it there; where it needs a row, says which
/// key does it then.
fn elsewhere(model: &mut Model, section: &str, action: &str) -> Asks {
    let Some((_, way)) = screens::HOMES
        .iter()
        .find(|(_, way)| way().name() == section)
    else {
        return Vec::new();
    };
    let mut asks = nav::home(model, way());
    asks.extend(nav::on_top(model, |screen, cx| {
        if screen.refusal(action, cx).is_none() {
            return screen.run(action, cx).unwrap_or_else(Step::stay);
        }
        let title = screen.title(cx.lang);
        let words = chrome::action_words(cx, section, action);
        let key = cx.key(section, action);
        Step::say(Notice::info(words::now_press(cx.lang, title, &key, &words)))
    }));
    asks
}

/// The mouse selects; twice on one cell is Enter.
pub(super) fn click(model: &mut Model, x: u16, y: u16) -> Asks {
    if model.curtain || !view::fits(model.size) {
        return Vec::new();
    }
    nav::forget_old(model, false);
    let ms = model.moment.ms;
    let double = model
        .last_click
        .is_some_and(|(cx, cy, at)| (cx, cy) == (x, y) && ms.saturating_sub(at) < DOUBLE_CLICK_MS);
    model.last_click = if double { None } else { Some((x, y, ms)) };
    nav::on_top(model, |screen, cx| {
        screen.click(Position::new(x, y), double, cx)
    })
}

/// The wheel moves the selection.
pub(super) fn wheel(model: &mut Model, down: bool) -> Asks {
    if model.curtain || !view::fits(model.size) {
        return Vec::new();
    }
    let common = if down { Common::Down } else { Common::Up };
    nav::on_top(model, |screen, cx| screen.common(common, cx))
}

/// The edit that a key makes in a text field, if it makes one.
fn text_edit(key: Key) -> Option<Edit> {
    if let Some(c) = key.typed() {
        return Some(Edit::Insert(c));
    }
    Some(match (key.code, key.ctrl) {
        (Code::Backspace, _) | (Code::Char('h'), true) => Edit::Backspace,
        (Code::Delete, false) => Edit::Delete,
        (Code::Left, false) => Edit::Left,
        (Code::Right, false) => Edit::Right,
        (Code::Home, false) => Edit::Home,
        (Code::End, false) => Edit::End,
        (Code::Char('a'), true) => Edit::SelectAll,
        (Code::Char('z'), true) => Edit::UndoTyping,
        (Code::Char('y'), true) => Edit::RedoTyping,
        (Code::Char('j'), true) => Edit::Insert('\n'),
        _ => return None,
    })
}
