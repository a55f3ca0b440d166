//! Why (依据): every reason of a statement, with what it rests on and what to ask next.

mod entry;
mod words;

pub(crate) use entry::{Fact, of_contact};

use crate::{
    domain::fit::{Fit, FitLevel, FitReason, Verdict},
    text::{Lang, width},
    ui::{
        cx::Cx,
        screen::{Action, Common, Screen, Step},
        theme::Theme,
        widgets::{List, popup, put, scrolled, window},
    },
};
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    style::Style,
};

/// What is asked about.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct WhyArgs {
    /// What the statement is about.
    pub(crate) title: String,
    /// What stands fast without being held against anything: an entry of the journal, a note.
    pub(crate) facts: Vec<Fact>,
    /// The statement with its reasons.
    pub(crate) fit: Fit,
    /// Whether the statement is about an offer, so that its level is said first.
    pub(crate) with_level: bool,
}

impl WhyArgs {
    /// Facts alone.
    pub(crate) fn of_facts(title: String, facts: Vec<Fact>) -> Self {
        Self::of_reasons(title, Vec::new(), facts)
    }

    /// Facts and reasons that are about no offer.
    pub(crate) fn of_reasons(title: String, reasons: Vec<FitReason>, facts: Vec<Fact>) -> Self {
        Self {
            title,
            facts,
            fit: Fit {
                level: FitLevel::Yes,
                score: 0,
                reasons,
                not_checked: Vec::new(),
            },
            with_level: false,
        }
    }

    /// How an offer fits, with its level.
    pub(crate) fn of_offer(title: String, fit: Fit) -> Self {
        Self {
            title,
            facts: Vec::new(),
            fit,
            with_level: true,
        }
    }
}

/// State.
pub(crate) struct Why {
    args: WhyArgs,
    list: List,
}

impl Screen for Why {
    type Args = WhyArgs;
    type Msg = ();
    const NAME: &'static str = "why";
    const ACTIONS: &'static [Action<()>] = &[];
    const POPUP: bool = true;
    const TYPING: bool = false;

    fn title(lang: Lang) -> &'static str {
        lang.pick("依据", "Why")
    }

    fn open(args: WhyArgs, _cx: &Cx<'_>) -> (Self, Step) {
        let list = List::default();
        (Self { args, list }, Step::stay())
    }

    fn update(&mut self, (): (), _cx: &Cx<'_>) -> Step {
        Step::stay()
    }

    fn common(&mut self, common: Common, cx: &Cx<'_>) -> Step {
        match common {
            Common::Back | Common::Open => Step::go(crate::ui::screen::Nav::Back),
            other => {
                let (columns, rows) = size(cx.body);
                let len = self.lines(cx, usize::from(columns) - 4).len();
                let page = usize::from(rows).saturating_sub(2);
                // Lines before the first full page and after the last one need no selection.
                if other == Common::Down && self.list.selected == 0 {
                    self.list.selected = page / 2;
                }
                self.list.shift(other, len, page);
                Step::stay()
            }
        }
    }

    fn view(&self, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let (columns, rows) = size((area.width, area.height));
        let lines = self.lines(cx, usize::from(columns) - 4);
        let wanted = u16::try_from(lines.len() + 2).unwrap_or(u16::MAX);
        let rows = rows.min(wanted);
        let height = usize::from(rows.saturating_sub(2));
        let place = scrolled(lines.len(), self.list.selected, height);
        let title = format!("{} {} {place}", Self::title(cx.lang), self.args.title);
        let inside = popup(area, (columns, rows), title.trim(), cx.theme, buf);
        let shown = window(lines.len(), self.list.selected, usize::from(inside.height));
        for (row, (text, style)) in lines[shown].iter().enumerate() {
            let y = inside.y + u16::try_from(row).unwrap_or(0);
            let at = Rect {
                y,
                height: 1,
                ..inside
            };
            put(buf, at, text, *style);
        }
        None
    }
}

fn size(body: (u16, u16)) -> (u16, u16) {
    (body.0.saturating_sub(6).min(110), body.1.saturating_sub(2))
}

impl Why {
    fn lines(&self, cx: &Cx<'_>, columns: usize) -> Vec<(String, Style)> {
        let lang = cx.lang;
        let theme = cx.theme;
        let fit = &self.args.fit;
        let mut lines = Vec::new();
        if self.args.with_level {
            let colon = lang.pick("：", ": ");
            let level = format!("{}{colon}{}", words::level(lang), fit.level.label(lang));
            lines.push((level, theme.title));
        }
        for fact in &self.args.facts {
            push(&mut lines, &fact.what, columns, theme.title);
            for line in fact.says.lines().filter(|line| !line.is_empty()) {
                push(&mut lines, &format!("    {line}"), columns, theme.text);
            }
        }
        for reason in &fit.reasons {
            reason_lines(reason, lang, theme, columns, &mut lines);
        }
        if !fit.not_checked.is_empty() {
            let text = words::not_checked(lang, &fit.not_checked.join(" / "));
            push(&mut lines, &text, columns, theme.unknown);
        }
        if lines.is_empty() {
            lines.push((words::no_reasons(lang).into_owned(), theme.text));
        }
        lines
    }
}

fn reason_lines(
    reason: &FitReason,
    lang: Lang,
    theme: &Theme,
    columns: usize,
    lines: &mut Vec<(String, Style)>,
) {
    let style = verdict_style(reason.verdict, theme);
    let soft = match (reason.soft, reason.verdict) {
        (false, _) => "".into(),
        // What is not known is no preference: it wants an answer, though the offer does not hang on it.
        (true, Verdict::Unknown) if reason.ask.is_some() => words::to_be_asked(lang),
        (true, _) => words::soft(lang),
    };
    let head = format!("[{}] {}{soft}", reason.verdict.label(lang), reason.what);
    push(lines, &head, columns, style);
    if !reason.because.is_empty() {
        push(
            lines,
            &words::because(lang, &reason.because),
            columns,
            theme.text,
        );
    }
    if let Some(rule) = &reason.rule {
        push(
            lines,
            &words::rule(lang, &rule.rule, &rule.clause),
            columns,
            theme.dim,
        );
    }
    if let Some(ask) = &reason.ask {
        push(lines, &words::ask(lang, ask), columns, theme.title);
    }
}

/// The style of a verdict; its word always stands beside it.
pub(crate) fn verdict_style(verdict: Verdict, theme: &Theme) -> Style {
    match verdict {
        Verdict::Met => theme.good,
        Verdict::Failed => theme.bad,
        Verdict::Unknown => theme.unknown,
    }
}

fn push(lines: &mut Vec<(String, Style)>, text: &str, columns: usize, style: Style) {
    for line in width::wrap(&crate::text::display::line(text), columns.max(10)) {
        lines.push((line, style));
    }
}
