//! The daily log (工作日志): the contacts of a day, corrected and cancelled ones marked, and the file
//! that is made of them.

mod labels;
mod row;
#[cfg(test)]
mod tests;
mod view;
mod words;

use crate::{
    domain::{
        contact::ContactState,
        daybook::{Daybook, DaybookRow},
        ids::ContactId,
    },
    effect::{Ask, Reply},
    text::Lang,
    ui::{
        cx::Cx,
        notice::Notice,
        screen::{Action, Common, Edit, Focus, Nav, Screen, Step},
        screens::{Route, contact::ContactArgs},
        widgets::{List, Prompt},
        words::{people, reasons},
    },
};
use chrono::NaiveDate;
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

/// State.
pub(crate) struct Log {
    day: NaiveDate,
    everyone: bool,
    book: Option<Daybook>,
    list: List,
    /// The day asked for is not the day on the screen yet.
    awaiting: bool,
    /// The contact that is being cancelled, and the question for the reason.
    cancelling: Option<(ContactId, Prompt)>,
}

/// Commands.
#[derive(Debug, Clone, Copy)]
pub(crate) enum LogMsg {
    Export,
    Correct,
    Cancel,
    Previous,
    Next,
    Toggle,
    Contact,
    Why,
    Nobody,
    Firm,
}

impl Screen for Log {
    type Args = ();
    type Msg = LogMsg;
    const NAME: &'static str = "log";
    const ACTIONS: &'static [Action<LogMsg>] = &[
        Action {
            name: "export",
            zh: "导出，这一天的日志",
            en: "Export, the log of this day",
            msg: || LogMsg::Export,
        },
        Action {
            name: "correct",
            zh: "更正，选中的一条",
            en: "Correct, the selected contact",
            msg: || LogMsg::Correct,
        },
        Action {
            name: "cancel",
            zh: "作废，选中的一条，要写原因",
            en: "Cancel, the selected contact with a reason",
            msg: || LogMsg::Cancel,
        },
        Action {
            name: "contact",
            zh: "记联系，与选中的人",
            en: "Log a contact, with the selected person",
            msg: || LogMsg::Contact,
        },
        Action {
            name: "nobody",
            zh: "记不留名的咨询",
            en: "Log a contact with nobody named",
            msg: || LogMsg::Nobody,
        },
        Action {
            name: "firm",
            zh: "记与企业的联系",
            en: "Log a contact with a firm",
            msg: || LogMsg::Firm,
        },
        Action {
            name: "why",
            zh: "依据，这一条凭什么、算不算",
            en: "Why, what this row rests on and whether it counts",
            msg: || LogMsg::Why,
        },
        Action {
            name: "previous",
            zh: "前一天",
            en: "Day before",
            msg: || LogMsg::Previous,
        },
        Action {
            name: "next",
            zh: "后一天",
            en: "Next day",
            msg: || LogMsg::Next,
        },
        Action {
            name: "toggle",
            zh: "我的/全部",
            en: "Mine or everyone's",
            msg: || LogMsg::Toggle,
        },
    ];
    const TYPING: bool = false;

    fn title(lang: Lang) -> &'static str {
        lang.pick("工作日志", "Daily log")
    }

    fn open((): (), cx: &Cx<'_>) -> (Self, Step) {
        let mut screen = Self {
            day: cx.today(),
            everyone: false,
            book: None,
            list: List::default(),
            awaiting: false,
            cancelling: None,
        };
        let step = screen.ask();
        (screen, step)
    }

    fn update(&mut self, msg: LogMsg, cx: &Cx<'_>) -> Step {
        match msg {
            LogMsg::Export => Step::ask(Ask::ExportDay {
                day: self.day,
                everyone: self.everyone,
            })
            .and_say(Notice::info(words::exporting(cx.lang))),
            LogMsg::Previous => self.go(self.day.pred_opt(), cx),
            LogMsg::Next => self.go(self.day.succ_opt(), cx),
            LogMsg::Toggle => {
                self.everyone = !self.everyone;
                self.ask()
            }
            LogMsg::Nobody => Step::open(Route::ContactForm(ContactArgs::Nobody)),
            LogMsg::Firm => {
                Step::go(Nav::Run("global".to_owned(), "go_vacancies".to_owned())).and_say(
                    Notice::info(words::firm_how(cx.lang, &cx.key("fitting", "firm"))),
                )
            }
            LogMsg::Correct | LogMsg::Cancel | LogMsg::Contact | LogMsg::Why => {
                self.on_row(msg, cx)
            }
        }
    }

    fn common(&mut self, common: Common, cx: &Cx<'_>) -> Step {
        if self.cancelling.is_some() {
            return self.answer_cancel(common, cx);
        }
        match common {
            Common::Back => Step::go(Nav::Back),
            Common::Open => self.open_person(cx),
            other => {
                let len = self.rows().len();
                self.list.shift(other, len, view::rows_shown(cx.body));
                Step::stay()
            }
        }
    }

    fn edit(&mut self, edit: Edit, _cx: &Cx<'_>) -> Option<Step> {
        let (_, prompt) = self.cancelling.as_mut()?;
        prompt.edit(&edit);
        Some(Step::stay())
    }

    fn reply(&mut self, reply: Reply, _cx: &Cx<'_>) -> Step {
        match reply {
            Reply::DayLog(book) => {
                let kept = self.row().map(|row| row.contact.id);
                let counted = self.row().is_some_and(is_valid);
                let same_day = self.book.as_ref().is_some_and(|old| old.from == book.from);
                self.book = Some(*book);
                self.awaiting = false;
                let rows = self.rows();
                let mut place = rows.iter().position(|r| Some(r.contact.id) == kept);
                // Once a contact is corrected, the row that says how it was takes its place.
                if counted && place.is_some_and(|at| !is_valid(&rows[at])) {
                    let correction = rows.iter().position(|r| r.contact.corrects == kept);
                    place = correction.or(place);
                }
                self.list.selected = match place {
                    Some(at) => at,
                    // A day is opened at its newest contact; a list that changed keeps its place.
                    None if same_day => self.list.selected,
                    None => self.rows().len().saturating_sub(1),
                };
                self.list.clamp(self.rows().len());
            }
            Reply::Failed(_) => self.awaiting = false,
            _ => {}
        }
        Step::stay()
    }

    fn resume(&mut self, _cx: &Cx<'_>) -> Step {
        self.ask()
    }

    fn click(&mut self, at: Position, double: bool, cx: &Cx<'_>) -> Step {
        let Some(row) = view::row_at(self, cx.body, at) else {
            return Step::stay();
        };
        self.list.selected = row;
        if double {
            self.open_person(cx)
        } else {
            Step::stay()
        }
    }

    fn focus(&self) -> Focus {
        match &self.cancelling {
            Some((_, prompt)) => prompt.focus(),
            None => Focus::List,
        }
    }

    fn busy(&self) -> bool {
        self.awaiting
    }

    fn refusal(&self, action: &str, cx: &Cx<'_>) -> Option<String> {
        let lang = cx.lang;
        match action {
            "correct" | "cancel" | "contact" | "why" => match self.row() {
                None => Some(words::none_selected(lang).into_owned()),
                Some(row) if action == "contact" => row
                    .contact
                    .record
                    .with
                    .person()
                    .is_none()
                    .then(|| words::no_person(lang).into_owned()),
                Some(row) if action != "why" && row.contact.state != ContactState::Valid => {
                    Some(words::closed(lang).into_owned())
                }
                Some(_) => None,
            },
            // An empty sheet would look like a day on which nobody came.
            "export" if self.book.is_some() && self.rows().is_empty() => {
                Some(words::nothing_to_export(lang).into_owned())
            }
            "next" if self.day >= cx.today() => Some(words::no_later(lang).into_owned()),
            _ => None,
        }
    }

    fn view(&self, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        view::draw(self, cx, area, buf)
    }
}

impl Log {
    fn ask(&mut self) -> Step {
        self.awaiting = true;
        Step::ask(Ask::DayLog {
            day: self.day,
            everyone: self.everyone,
        })
    }

    fn go(&mut self, day: Option<NaiveDate>, cx: &Cx<'_>) -> Step {
        match day.filter(|day| *day <= cx.today()) {
            Some(day) => {
                self.day = day;
                self.ask()
            }
            None => Step::say(Notice::info(words::no_later(cx.lang))),
        }
    }

    fn rows(&self) -> &[DaybookRow] {
        self.book.as_ref().map_or(&[], |book| book.rows.as_slice())
    }

    fn row(&self) -> Option<&DaybookRow> {
        self.rows().get(self.list.selected)
    }

    fn on_row(&mut self, msg: LogMsg, cx: &Cx<'_>) -> Step {
        let Some(row) = self.row() else {
            return Step::say(Notice::info(words::none_selected(cx.lang)));
        };
        match msg {
            LogMsg::Correct => Step::open(Route::ContactForm(ContactArgs::Correct(Box::new(
                row.clone(),
            )))),
            LogMsg::Cancel => {
                let lines = vec![
                    words::cancel_what(cx.lang, &view::line(row, cx.lang)).into_owned(),
                    words::cancel_ask(cx.lang).into_owned(),
                ];
                let prompt = Prompt::new(cx, words::cancel_title(cx.lang), lines);
                self.cancelling = Some((row.contact.id, prompt));
                Step::stay()
            }
            LogMsg::Contact => match row::summary(row) {
                Some(person) => Step::open(Route::ContactForm(ContactArgs::Person {
                    person: Box::new(person),
                    offer: None,
                })),
                None => Step::say(Notice::info(words::no_person(cx.lang))),
            },
            _ => Step::open(Route::Why(row::why(row, cx))),
        }
    }

    fn open_person(&self, cx: &Cx<'_>) -> Step {
        match self.row().map(|row| row.contact.record.with.person()) {
            Some(Some(person)) => Step::open(Route::Person(person)),
            Some(None) => Step::say(Notice::info(words::no_person(cx.lang))),
            None => Step::say(Notice::info(words::none_selected(cx.lang))),
        }
    }

    fn answer_cancel(&mut self, common: Common, cx: &Cx<'_>) -> Step {
        let Some((id, prompt)) = &mut self.cancelling else {
            return Step::stay();
        };
        match (common, prompt.answer(cx)) {
            (Common::Back, _) => self.cancelling = None,
            (Common::Open, Some(reason)) if reasons::in_words(&reason) => {
                let ask = Ask::CancelContact { id: *id, reason };
                self.cancelling = None;
                return Step::ask(ask);
            }
            (Common::Open, Some(_)) => prompt.remark(words::cancel_need(cx.lang)),
            _ => {}
        }
        Step::stay()
    }
}

fn is_valid(row: &DaybookRow) -> bool {
    row.contact.state == ContactState::Valid
}

/// A day with its weekday, as the head shows it.
fn shown_day(day: NaiveDate, lang: Lang) -> (String, &'static str) {
    (day.to_string(), people::weekday(lang, day))
}
