//! Keys in, screen out, one file per counter task.
//!
//! The whole program but for the terminal and the threads: the made-up office in a database file, every
//! ask answered at once, a clock that stands still but for 100 ms a key. No sleeps.

mod contact;
mod daily_log;
mod drafts;
mod find;
mod ledgers;
mod recommend;
mod register;

use chrono::{DateTime, FixedOffset};
use ratatui::{Terminal, backend::TestBackend};
use zhipei::{
    effect::{Ask, Ticket},
    keymap::{Key, Keymap, shipped},
    office::{Moment, Office},
    runtime::{clock::Clock, inline::Inline},
    text::{Lang, width},
    ui::{self, Model, Msg, Setup, ThemeName},
};

/// Milliseconds between two keys of a hand.
const HAND: u64 = 100;

/// The program under test.
pub(crate) struct Flow {
    model: Model,
    runtime: Inline,
    ms: u64,
    start: DateTime<FixedOffset>,
    size: (u16, u16),
    /// Keys pressed so far.
    pub(crate) pressed: usize,
    _folder: tempfile::TempDir,
}

impl Flow {
    /// On the made-up office of two hundred people, Friday morning, 80×24.
    pub(crate) fn demo() -> Self {
        Self::sized(Lang::Zh, (80, 24))
    }

    /// In a language and a size.
    pub(crate) fn sized(lang: Lang, size: (u16, u16)) -> Self {
        let start = DateTime::parse_from_rfc3339("2026-11-20T09:30:00+08:00").unwrap();
        let moment = Moment {
            now: start,
            today: start.date_naive(),
        };
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("demo.db");
        let office = Office::demo(&path, 200, None, lang, &moment, |_| ()).unwrap();
        let (keymap, key_problems) = Keymap::load(&ui::catalogue(), &[shipped("default").unwrap()]);
        let (model, first) = Model::new(Setup {
            lang,
            theme: ThemeName::Dark,
            no_color: false,
            ascii: false,
            keymap,
            key_problems,
            operator: office.operator().name.clone(),
            office: "demo".to_owned(),
            size,
            paste_events: true,
            start: ui::Moment { now: start, ms: 0 },
            id_seed: 7,
        });
        let mut flow = Self {
            model,
            runtime: Inline::new(office, Clock::fixed(start)),
            ms: 0,
            start,
            size,
            pressed: 0,
            _folder: folder,
        };
        flow.answer(first);
        flow
    }

    /// Presses keys as a hand does: `lml<enter><ctrl-r>`; what stands in angle brackets is one key.
    pub(crate) fn keys(&mut self, text: &str) -> &mut Self {
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            let named = rest
                .strip_prefix('<')
                .and_then(|inner| inner.split_once('>'))
                .and_then(|(name, after)| Some((Key::parse(name).ok()?, after)));
            let (key, after) = named.unwrap_or_else(|| (Key::char(c), &rest[c.len_utf8()..]));
            self.ms += HAND;
            self.pressed += 1;
            let moment = self.moment();
            self.send(Msg::Key(key, moment));
            rest = after;
        }
        self
    }

    /// Characters at a machine's speed, without an end: an input method's phrase, a scanner's number.
    pub(crate) fn burst(&mut self, text: &str) -> &mut Self {
        self.fast(text).settle()
    }

    /// A scanner's number with its Enter.
    pub(crate) fn scan(&mut self, number: &str) -> &mut Self {
        self.fast(number).ms += 1;
        let moment = self.moment();
        let enter = Key::parse("enter").unwrap();
        self.send(Msg::Key(enter, moment)).settle()
    }

    fn fast(&mut self, text: &str) -> &mut Self {
        self.ms += HAND;
        for c in text.chars() {
            self.ms += 1;
            let moment = self.moment();
            self.send(Msg::Key(Key::char(c), moment));
        }
        self
    }

    /// Lets a moment pass, so that what came fast is surely over.
    pub(crate) fn settle(&mut self) -> &mut Self {
        self.ms += HAND;
        let moment = self.moment();
        self.send(Msg::Tick(moment))
    }

    /// The moment of the office, for asking it past the screen.
    pub(crate) fn office_moment(&self) -> Moment {
        Moment {
            now: self.start,
            today: self.start.date_naive(),
        }
    }

    /// Something else happens.
    pub(crate) fn send(&mut self, msg: Msg) -> &mut Self {
        let asks = ui::update(&mut self.model, msg);
        self.answer(asks);
        // The screen is told the time after each batch, as the terminal's loop does.
        let moment = self.moment();
        let asks = ui::update(&mut self.model, Msg::Tick(moment));
        self.answer(asks);
        self
    }

    fn answer(&mut self, asks: Vec<(Ticket, Ask)>) {
        let mut waiting = std::collections::VecDeque::from(asks);
        while let Some((ticket, ask)) = waiting.pop_front() {
            let reply = self.runtime.ask(ask);
            waiting.extend(ui::update(&mut self.model, Msg::Replied(ticket, reply)));
        }
    }

    fn moment(&self) -> ui::Moment {
        let gone = chrono::Duration::milliseconds(i64::try_from(self.ms).unwrap());
        ui::Moment {
            now: self.start + gone,
            ms: self.ms,
        }
    }

    /// What stands on the screen, one line a row.
    pub(crate) fn screen(&self) -> String {
        let (columns, rows) = self.size;
        let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
        terminal.draw(|frame| ui::view(&self.model, frame)).unwrap();
        let buffer = terminal.backend().buffer();
        let mut out = String::new();
        for y in 0..rows {
            let mut x = 0;
            while x < columns {
                let symbol = buffer[(x, y)].symbol();
                out.push_str(symbol);
                x += u16::try_from(width::cells(symbol).max(1)).unwrap();
            }
            out.push('\n');
        }
        out
    }

    /// Holds that the screen shows a text.
    #[track_caller]
    pub(crate) fn shows(&self, text: &str) -> &Self {
        let screen = self.screen();
        assert!(screen.contains(text), "no {text:?} on:\n{screen}");
        self
    }

    /// Holds that the screen does not show a text.
    #[track_caller]
    pub(crate) fn hides(&self, text: &str) -> &Self {
        let screen = self.screen();
        assert!(!screen.contains(text), "{text:?} on:\n{screen}");
        self
    }

    /// What the office holds, past the screen.
    pub(crate) fn office(&self) -> &Office {
        self.runtime.office()
    }
}
