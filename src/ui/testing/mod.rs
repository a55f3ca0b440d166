//! Driving the screen in tests: keys in, asks out, the picture as text.

pub(crate) mod fixtures;

use super::{Model, Moment, Msg, Setup, ThemeName, catalogue, update, view};
use crate::{
    effect::{Ask, Reply, Ticket},
    keymap::{Code, Key, Keymap, shipped},
    text::{Lang, width},
};
use chrono::{DateTime, FixedOffset};
use ratatui::{Terminal, backend::TestBackend, buffer::Buffer, layout::Position};

/// A screen under test, with a clock that goes on by `step_ms` with each key.
pub(crate) struct Probe {
    pub(crate) model: Model,
    pub(crate) asks: Vec<(Ticket, Ask)>,
    pub(crate) ms: u64,
    pub(crate) step_ms: u64,
}

pub(crate) fn now() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-11-20T09:30:00+08:00").unwrap()
}

pub(crate) fn setup(lang: Lang, size: (u16, u16)) -> Setup {
    let (keymap, problems) = Keymap::load(&catalogue(), &[shipped("default").unwrap()]);
    assert_eq!(problems, []);
    Setup {
        lang,
        theme: ThemeName::Dark,
        no_color: false,
        ascii: false,
        keymap,
        key_problems: problems,
        operator: "陈婉仪".to_owned(),
        office: "demo".to_owned(),
        size,
        paste_events: true,
        start: Moment { now: now(), ms: 0 },
        id_seed: 7,
    }
}

impl Probe {
    pub(crate) fn new(lang: Lang, size: (u16, u16)) -> Self {
        Self::with(setup(lang, size))
    }

    pub(crate) fn with(setup: Setup) -> Self {
        let (model, asks) = Model::new(setup);
        Self {
            model,
            asks,
            ms: 0,
            step_ms: 100,
        }
    }

    fn moment(&mut self, step: u64) -> Moment {
        self.ms += step;
        let now = now() + chrono::Duration::milliseconds(i64::try_from(self.ms).unwrap());
        Moment { now, ms: self.ms }
    }

    /// Types `lxm<enter><ctrl-r>`: what stands in angle brackets is a key by its name.
    pub(crate) fn keys(&mut self, text: &str) -> &mut Self {
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            let named = rest
                .strip_prefix('<')
                .and_then(|inner| inner.split_once('>'))
                .and_then(|(name, after)| Some((name_key(name)?, after)));
            let (key, after) = named.unwrap_or_else(|| (Key::char(c), &rest[c.len_utf8()..]));
            let moment = self.moment(self.step_ms);
            self.send(Msg::Key(key, moment));
            rest = after;
        }
        self
    }

    pub(crate) fn send(&mut self, msg: Msg) -> &mut Self {
        let asks = update(&mut self.model, msg);
        self.asks.extend(asks);
        self
    }

    /// Lets time go on.
    pub(crate) fn wait(&mut self, ms: u64) -> &mut Self {
        let moment = self.moment(ms);
        self.send(Msg::Tick(moment))
    }

    pub(crate) fn paste(&mut self, text: &str) -> &mut Self {
        let moment = self.moment(10);
        self.send(Msg::Paste(text.to_owned(), moment))
    }

    /// Goes on after being stopped.
    pub(crate) fn resume(&mut self) -> &mut Self {
        let moment = self.moment(10);
        self.send(Msg::Resumed(moment))
    }

    /// The newest ask that is not answered yet and that `wanted` takes.
    pub(crate) fn asked(&self, wanted: impl Fn(&Ask) -> bool) -> Option<&Ask> {
        self.asks
            .iter()
            .rev()
            .map(|(_, ask)| ask)
            .find(|ask| wanted(ask))
    }

    /// Answers the newest ask that `wanted` takes; it counts as answered then.
    pub(crate) fn answer(&mut self, wanted: impl Fn(&Ask) -> bool, reply: Reply) -> &mut Self {
        let at = self
            .asks
            .iter()
            .rposition(|(_, ask)| wanted(ask))
            .unwrap_or_else(|| panic!("not asked for; asked: {:?}", self.asks));
        let (ticket, _) = self.asks.remove(at);
        self.send(Msg::Replied(ticket, reply))
    }

    pub(crate) fn dump(&self) -> String {
        dump_buffer(&self.draw().0)
    }

    pub(crate) fn caret(&self) -> Option<Position> {
        self.draw().1
    }

    pub(crate) fn draw(&self) -> (Buffer, Option<Position>) {
        let (columns, rows) = self.model.size;
        let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
        terminal.draw(|frame| view(&self.model, frame)).unwrap();
        let caret = terminal
            .backend()
            .cursor_visible()
            .then(|| terminal.backend().cursor_position());
        (terminal.backend().buffer().clone(), caret)
    }
}

fn name_key(name: &str) -> Option<Key> {
    Key::parse(name).ok().or(match name {
        "ctrl-h" => Some(Key::ctrl('h')),
        "ctrl-j" => Some(Key::ctrl('j')),
        "space" => Some(Key::plain(Code::Char(' '))),
        _ => None,
    })
}

/// The picture as text: one line a row, the second half of a wide character left out, spaces at the
/// end kept so that every line has the width of the screen.
pub(crate) fn dump_buffer(buf: &Buffer) -> String {
    let mut out = String::new();
    for y in buf.area.top()..buf.area.bottom() {
        let mut x = buf.area.left();
        while x < buf.area.right() {
            let symbol = buf[(x, y)].symbol();
            out.push_str(symbol);
            x += u16::try_from(width::cells(symbol).max(1)).unwrap();
        }
        out.push('\n');
    }
    out
}
