//! One message in, what is asked for out. Routes; decides nothing about cases.

use super::{
    model::Model,
    msg::{Moment, Msg},
    nav,
    notice::Notice,
    paste, routing,
    words::receipt,
};
use crate::effect::{Ask, Delivery, Receipt, Reply, Ticket};
use std::collections::HashMap;

/// How long words stay on the status line.
const NOTICE_MS: u64 = 30_000;
/// How often a form that changed is kept: a power cut costs what was typed in the last two seconds.
/// A little less than two, because the time is looked at once a second.
const AUTOSAVE_MS: u64 = 1_900;
/// After this long the keys that waited for an answer are dropped, so that nothing hangs for ever.
const PATIENCE_MS: u64 = 20_000;

/// After this long without a key the curtain is drawn: the counter is empty, the screen is not.
const IDLE_MS: u64 = 10 * 60_000;

/// Which ask belongs to which opening of a screen.
#[derive(Debug, Default)]
pub(super) struct Tickets {
    last: u64,
    waiting: HashMap<Ticket, (u64, Option<&'static str>)>,
}

impl Tickets {
    /// Numbers an ask of an opening; an older ask of the same kind is no longer waited for.
    pub(super) fn stamp(&mut self, opening: u64, ask: Ask) -> (Ticket, Ask) {
        let slot = match ask.delivery() {
            Delivery::Latest(name) => Some(name),
            Delivery::Must => None,
        };
        if slot.is_some() {
            self.waiting
                .retain(|_, (owner, other)| *owner != opening || *other != slot);
        }
        self.last += 1;
        let ticket = Ticket(self.last);
        self.waiting.insert(ticket, (opening, slot));
        (ticket, ask)
    }

    /// Whose ask it was; `None` where nobody waits for it any more.
    fn take(&mut self, ticket: Ticket) -> Option<u64> {
        self.waiting.remove(&ticket).map(|(opening, _)| opening)
    }
}

/// Takes a message in; returns what is asked for, each with its number.
pub fn update(model: &mut Model, msg: Msg) -> Vec<(Ticket, Ask)> {
    match msg {
        Msg::Key(key, moment) => {
            model.moment = moment;
            model.dirty = true;
            model.touched_ms = moment.ms;
            routing::key(model, key, moment)
        }
        Msg::Paste(text, moment) => {
            model.moment = moment;
            model.touched_ms = moment.ms;
            model.dirty = true;
            paste::take(model, &text)
        }
        Msg::Click(x, y, moment) => {
            model.moment = moment;
            model.dirty = true;
            routing::click(model, x, y)
        }
        Msg::Wheel(down, moment) => {
            model.moment = moment;
            model.dirty = true;
            routing::wheel(model, down)
        }
        Msg::Resize(columns, rows) => {
            model.size = (columns, rows);
            model.dirty = true;
            Vec::new()
        }
        Msg::Tick(moment) => tick(model, moment),
        Msg::Replied(ticket, reply) => replied(model, ticket, reply),
        Msg::Resumed(moment) => {
            model.moment = moment;
            nav::draw_curtain(model);
            Vec::new()
        }
        Msg::Closing(moment) => {
            model.moment = moment;
            nav::quit(model)
        }
    }
}

fn tick(model: &mut Model, moment: Moment) -> Vec<(Ticket, Ask)> {
    let minute = |m: Moment| m.now.timestamp() / 60;
    if minute(moment) != minute(model.moment) {
        model.dirty = true;
    }
    model.moment = moment;
    if let Some((_, since)) = &model.notice
        && moment.ms.saturating_sub(*since) > NOTICE_MS
    {
        model.notice = None;
        model.dirty = true;
    }
    if let Some((_, pressed)) = model.ahead.front()
        && moment.ms.saturating_sub(pressed.ms) > PATIENCE_MS
    {
        model.ahead.clear();
    }
    if !model.curtain && moment.ms.saturating_sub(model.touched_ms) > IDLE_MS {
        nav::draw_curtain(model);
    }
    let mut asks = routing::flush_held(model, moment.ms);
    asks.extend(paste::flush(model, moment.ms));
    if nav::tick(model) {
        model.dirty = true;
    }
    if moment.ms.saturating_sub(model.autosaved_ms) > AUTOSAVE_MS {
        model.autosaved_ms = moment.ms;
        asks.extend(nav::keep_drafts(model));
    }
    asks
}

fn replied(model: &mut Model, ticket: Ticket, reply: Reply) -> Vec<(Ticket, Ask)> {
    if reply == Reply::Changed {
        model.dirty = true;
        return nav::resume(model);
    }
    let Some(opening) = model.tickets.take(ticket) else {
        return Vec::new();
    };
    model.dirty = true;
    let lang = model.setup.lang;
    let mut refresh = false;
    match &reply {
        Reply::Failed(failure) => model.say(Notice::failed(failure, lang)),
        Reply::Done(done) => {
            let today = model.moment.now.date_naive();
            model.say(Notice::done(receipt::words(lang, done, today)));
            refresh = !matches!(done, Receipt::Exported { .. });
        }
        _ => {}
    }
    let mut asks = nav::deliver(model, opening, reply);
    if refresh {
        asks.extend(nav::resume(model));
    }
    asks.extend(routing::replay(model));
    asks
}
