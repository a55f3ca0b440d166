//! The stack of screens: open, back, home, and what a step asks for.

use super::{
    cx::Cx,
    model::{Model, Open},
    notice::{Notice, Tone},
    routing,
    screen::{Nav, Step},
    screens::{self, AnyScreen, Route, ledgers::About},
    view, words,
};
use crate::{
    domain::{draft::Draft, ids::PersonId},
    effect::{Ask, Reply, Ticket},
};

/// Screens that are kept below each other; the oldest between the first and the newest ones go.
const DEPTH: usize = 24;

type Asks = Vec<(Ticket, Ask)>;

/// Calls `f` with the screen at `index` and the context.
pub(super) fn with<T>(
    model: &mut Model,
    index: usize,
    f: impl FnOnce(&mut AnyScreen, &Cx<'_>) -> T,
) -> Option<T> {
    let below = base(model).map_or("", |open| open.screen.name());
    let open = model.stack.get_mut(index)?;
    let cx = Cx {
        lang: model.setup.lang,
        theme: &model.theme,
        moment: model.moment,
        body: view::body_size(model.size),
        keymap: &model.setup.keymap,
        below,
        ids: &model.ids,
    };
    Some(f(&mut open.screen, &cx))
}

/// The nearest full screen from the top.
pub(super) fn base(model: &Model) -> Option<&Open> {
    model
        .stack
        .iter()
        .rev()
        .find(|open| !open.screen.is_popup())
}

/// Runs something on the top screen and follows its step.
pub(super) fn on_top(model: &mut Model, f: impl FnOnce(&mut AnyScreen, &Cx<'_>) -> Step) -> Asks {
    let Some(index) = model.stack.len().checked_sub(1) else {
        return Vec::new();
    };
    match with(model, index, f) {
        Some(step) => follow(model, index, step),
        None => Vec::new(),
    }
}

/// Does what a screen's step says.
pub(super) fn follow(model: &mut Model, index: usize, step: Step) -> Asks {
    let opening = model.stack.get(index).map_or(0, |open| open.id);
    let mut asks: Asks = step
        .asks
        .into_iter()
        .map(|ask| model.tickets.stamp(opening, ask))
        .collect();
    if let Some(notice) = step.notice {
        model.say(notice);
    }
    match step.nav {
        Nav::Stay => {}
        Nav::Open(route) => asks.extend(open(model, *route)),
        Nav::Replace(route) => {
            asks.extend(leave(model, index, true));
            asks.extend(open(model, *route));
        }
        Nav::DoneTo(route) => {
            asks.extend(leave(model, index, false));
            asks.extend(open(model, *route));
        }
        Nav::Back => asks.extend(back(model, index, true)),
        Nav::Done => asks.extend(back(model, index, false)),
        Nav::Run(section, action) => {
            asks.extend(leave(model, index, true));
            asks.extend(routing::run(model, &section, &action));
        }
    }
    asks
}

/// Draws the curtain: what was shown on request only does not wait behind it.
pub(super) fn draw_curtain(model: &mut Model) {
    model.curtain = true;
    model.dirty = true;
    model.resolver.reset();
    forget_old(model, false);
    for open in &mut model.stack {
        open.screen.covered();
    }
}

/// Whose file the nearest screen from the top shows.
pub(super) fn person(model: &Model) -> Option<PersonId> {
    model
        .stack
        .iter()
        .rev()
        .find_map(|open| open.screen.person())
}

/// The record whose ledgers the nearest screen from the top leads to.
pub(super) fn about(model: &Model) -> Option<About> {
    let lang = model.setup.lang;
    let mut open = model.stack.iter().rev();
    open.find_map(|open| open.screen.about(lang))
}

/// What stands in the one search box, if that is on top.
pub(super) fn typed(model: &Model) -> String {
    let top = model.stack.last();
    top.and_then(|open| open.screen.typed()).unwrap_or_default()
}

/// Takes words off the status line that were said before this moment. What was done stays until
/// something else is (`done`): a key that moves must not wipe a receipt that nobody has read.
pub(super) fn forget_old(model: &mut Model, done: bool) {
    let now = model.moment.ms;
    model
        .notice
        .take_if(|(notice, since)| (done || notice.tone != Tone::Done) && *since < now);
}

/// Opens a screen above the others.
pub(super) fn open(model: &mut Model, route: Route) -> Asks {
    // The same box twice above each other would need Esc twice.
    let again = |open: &Open| open.screen.is_popup() && open.screen.name() == route.name();
    if model.stack.last().is_some_and(again) {
        return Vec::new();
    }
    // What was said of one person must not stand over the next.
    forget_old(model, true);
    for open in &mut model.stack {
        open.screen.covered();
    }
    let mut asks = if route.is_popup() {
        Vec::new()
    } else {
        set_aside(model)
    };
    if model.stack.len() >= DEPTH {
        asks.extend(asks_of_oldest(model));
    }
    asks.extend({
        model.opened += 1;
        let below = base(model).map_or("", |open| open.screen.name());
        let cx = Cx {
            lang: model.setup.lang,
            theme: &model.theme,
            moment: model.moment,
            body: view::body_size(model.size),
            keymap: &model.setup.keymap,
            below,
            ids: &model.ids,
        };
        let (screen, step) = AnyScreen::open(route, &cx);
        model.stack.push(Open {
            id: model.opened,
            screen,
            kept: None,
        });
        let index = model.stack.len() - 1;
        follow(model, index, step)
    });
    asks
}

fn asks_of_oldest(model: &mut Model) -> Asks {
    let asks = keep_draft(model, 1).into_iter().collect();
    model.stack.remove(1);
    asks
}

/// Takes the screen at `index` and those above it away; keeps half-filled forms.
fn leave(model: &mut Model, index: usize, keep: bool) -> Asks {
    let mut asks = Vec::new();
    while model.stack.len() > index {
        let last = model.stack.len() - 1;
        if keep || last > index {
            asks.extend(keep_draft(model, last));
            if let Some(kept) = &model.stack[last].kept {
                let words = words::kept(model.setup.lang, &kept.title);
                model.say(Notice::done(words));
            }
        }
        model.stack.truncate(last);
    }
    asks
}

/// Keeps the half-filled form that something is about to open above, and says so.
fn set_aside(model: &mut Model) -> Asks {
    let Some(last) = model.stack.len().checked_sub(1) else {
        return Vec::new();
    };
    let asks = keep_draft(model, last).into_iter().collect();
    if let Some(kept) = &model.stack[last].kept {
        let back = model.key("common", "back");
        let words = words::kept_open(model.setup.lang, &kept.title, &back);
        model.say(Notice::done(words));
    }
    asks
}

fn back(model: &mut Model, index: usize, keep: bool) -> Asks {
    let popup = model
        .stack
        .get(index)
        .is_some_and(|open| open.screen.is_popup());
    if index == 0 {
        let today = matches!(
            model.stack.first(),
            Some(open) if matches!(open.screen, AnyScreen::Today(_))
        );
        if today {
            let quit = model.key("global", "quit");
            model.say(Notice::info(words::quit_with(model.setup.lang, &quit)));
            return Vec::new();
        }
        return home(model, Route::Today(()));
    }
    let mut asks = leave(model, index, keep);
    if !popup {
        asks.extend(resume(model));
    }
    asks
}

/// Goes to a home screen: back to it where it is the first one, else in place of all.
pub(super) fn home(model: &mut Model, route: Route) -> Asks {
    let same = model
        .stack
        .first()
        .is_some_and(|open| open.screen.name() == route.name());
    forget_old(model, true);
    let mut asks = leave(model, usize::from(same), true);
    asks.extend(if same {
        resume(model)
    } else {
        open(model, route)
    });
    asks
}

/// Asks anew for what the topmost full screen shows.
pub(super) fn resume(model: &mut Model) -> Asks {
    let Some(index) = model.stack.iter().rposition(|open| !open.screen.is_popup()) else {
        return Vec::new();
    };
    match with(model, index, |screen, cx| screen.resume(cx)) {
        Some(step) => follow(model, index, step),
        None => Vec::new(),
    }
}

/// Commands of the topmost full screen that can't be run now, each with the reason.
pub(super) fn refused(model: &mut Model) -> Vec<(&'static str, String)> {
    let Some(index) = model.stack.iter().rposition(|open| !open.screen.is_popup()) else {
        return Vec::new();
    };
    with(model, index, |screen, cx| {
        screens::all()
            .into_iter()
            .filter(|info| info.name == screen.name())
            .flat_map(|info| info.actions)
            .filter_map(|action| Some((action.name, screen.refusal(action.name, cx)?)))
            .collect()
    })
    .unwrap_or_default()
}

/// Gives an answer to the opening that asked; a closed one gets nothing.
pub(super) fn deliver(model: &mut Model, opening: u64, reply: Reply) -> Asks {
    let Some(index) = model.stack.iter().position(|open| open.id == opening) else {
        return Vec::new();
    };
    match with(model, index, |screen, cx| screen.reply(reply, cx)) {
        Some(step) => follow(model, index, step),
        None => Vec::new(),
    }
}

/// Lets time go on for every open screen; true where a picture changed.
pub(super) fn tick(model: &mut Model) -> bool {
    let mut changed = false;
    for index in 0..model.stack.len() {
        changed |= with(model, index, |screen, cx| screen.tick(cx)).unwrap_or(false);
    }
    changed
}

/// Keeps every half-filled form that changed since it was kept last.
pub(super) fn keep_drafts(model: &mut Model) -> Asks {
    (0..model.stack.len())
        .filter_map(|index| keep_draft(model, index))
        .collect()
}

fn keep_draft(model: &mut Model, index: usize) -> Option<(Ticket, Ask)> {
    let draft = with(model, index, |screen, cx| screen.draft(cx))??;
    let open = model.stack.get_mut(index)?;
    let same = |kept: &Draft| kept.id == draft.id && kept.fields == draft.fields;
    if open.kept.as_ref().is_some_and(same) {
        return None;
    }
    open.kept = Some(draft.clone());
    Some(model.tickets.stamp(0, Ask::KeepDraft(draft)))
}

/// Leaves the program: half-filled forms are kept first.
pub(super) fn quit(model: &mut Model) -> Asks {
    let asks = keep_drafts(model);
    model.closing = true;
    asks
}
