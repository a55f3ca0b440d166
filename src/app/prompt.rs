//! The few questions that come before the screen: plain lines, answered by a digit or Enter.

use crate::{
    domain::{cause::Cause, failure::Failure},
    office::Office,
    text::{Lang, display, fold::fold_width},
};
use std::{
    io::{self, BufRead, Write},
    path::Path,
};

crate::messages! {
    no_database(path: &str) {
        zh: "这里还没有数据库：{path}\n  1 或回车  新建\n  0         退出（什么都不建）",
        en: "There is no database here yet: {path}\n  1 or Enter  make one\n  0           leave (nothing is made)"
    }
    whose_name() { zh: "您的姓名（写进每条联系记录；直接回车用“经办人”）：", en: "Your name (kept with every contact; Enter for \"Clerk\"): " }
    who_works() { zh: "现在是谁在用？（回车选 1）", en: "Who is working now? (Enter for 1)" }
    choose() { zh: "> ", en: "> " }
}

/// Where questions are asked and answered.
pub(super) struct Prompt<R, W> {
    pub(super) answers: R,
    pub(super) questions: W,
    pub(super) lang: Lang,
}

impl<R: BufRead, W: Write> Prompt<R, W> {
    /// May a database be made here? The answer carries the first operator's name, if one was given.
    pub(super) fn may_create(&mut self, path: &Path) -> Result<Option<Option<String>>, Failure> {
        let path = display::line(&path.to_string_lossy());
        let question = no_database(self.lang, &path);
        match self.ask(&question, true)?.as_deref() {
            Some("" | "1" | "y" | "Y") => {}
            _ => return Ok(None),
        }
        let question = whose_name(self.lang);
        let name = self.ask(&question, false)?.unwrap_or_default();
        Ok(Some((!name.is_empty()).then_some(name)))
    }

    /// Which of several operators works now; none where the window was closed instead.
    pub(super) fn who_works(&mut self, office: &Office) -> Result<Option<String>, Failure> {
        let operators = office.operators()?;
        let mut question = who_works(self.lang).into_owned();
        for (n, operator) in operators.iter().enumerate() {
            let name = display::line(&operator.name);
            let role = operator.role.label(self.lang);
            question.push_str(&format!("\n  {}  {name}（{role}）", n + 1));
        }
        loop {
            let Some(answer) = self.ask(&question, true)? else {
                return Ok(None);
            };
            let number = if answer.is_empty() {
                Some(1)
            } else {
                fold_width(&answer).parse::<usize>().ok()
            };
            let chosen = number
                .and_then(|n| operators.get(n.checked_sub(1)?))
                .or_else(|| operators.iter().find(|o| o.name == answer));
            if let Some(operator) = chosen {
                return Ok(Some(operator.name.clone()));
            }
        }
    }

    /// The line answered, trimmed; none where there is no more input.
    fn ask(&mut self, question: &str, on_own_line: bool) -> Result<Option<String>, Failure> {
        let mark = choose(self.lang);
        let tail = if on_own_line {
            format!("\n{mark}")
        } else {
            String::new()
        };
        let lost = |e: io::Error| Failure::OutputFailed {
            path: "-".to_owned(),
            detail: Cause::of(&e),
        };
        write!(self.questions, "{question}{tail}").map_err(lost)?;
        self.questions.flush().map_err(lost)?;
        let mut line = String::new();
        match self.answers.read_line(&mut line) {
            Ok(0) | Err(_) => Ok(None),
            Ok(_) => Ok(Some(display::line(line.trim()))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(typed: &str) -> Option<Option<String>> {
        let mut prompt = Prompt {
            answers: typed.as_bytes(),
            questions: Vec::new(),
            lang: Lang::Zh,
        };
        let answer = prompt.may_create(Path::new("/a/b.db")).unwrap();
        let asked = String::from_utf8(prompt.questions).unwrap();
        assert!(asked.contains("/a/b.db"));
        answer
    }

    #[test]
    fn nothing_is_made_unless_it_is_said() {
        assert_eq!(answer("\n\n"), Some(None));
        assert_eq!(answer("1\n梁敏\n"), Some(Some("梁敏".into())));
        assert_eq!(answer("0\n"), None);
        assert_eq!(answer("什么\n"), None);
        assert_eq!(answer(""), None);
    }
}
