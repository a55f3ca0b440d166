//! A contact (联系记录): who was spoken with, how, why, with what result and what was promised.

use super::{
    ids::{ContactId, EnterpriseId, OperatorId, PersonId},
    labels::labels,
};
use crate::text::Lang;
use chrono::{DateTime, FixedOffset, NaiveDate};

labels! {
    /// 方式: how the contact took place.
    pub enum Channel {
        Counter = "counter", '1', "窗口", "Counter";
        CallOut = "call_out", '2', "去电", "Call out";
        CallIn = "call_in", '3', "来电", "Call in";
        WeChat = "wechat", '4', "微信", "WeChat";
        Sms = "sms", '5', "短信", "SMS";
        HomeVisit = "home_visit", '6', "入户走访", "Home visit";
        VillagePost = "village", '7', "村居驻点", "Village post";
        Fair = "fair", '8', "招聘会/活动", "Job fair or event";
        OtherWay = "other", '9', "其他(学校、企业)", "Other (school, firm)";
    }
}

labels! {
    /// 接谈人: who answered.
    pub enum Party {
        Themself = "self", '1', "本人", "The person";
        Parent = "parent", '2', "父母", "Parent";
        Spouse = "spouse", '3', "配偶", "Spouse";
        Child = "child", '4', "子女", "Child";
        OtherFamily = "family", '5', "其他家属", "Other family";
        VillageCadre = "cadre", '6', "村(居)干部", "Village cadre";
        Organisation = "organisation", '7', "企业/学校", "Firm or school";
    }
}

labels! {
    /// 事由: what it was about; several are allowed.
    pub enum Purpose {
        Survey = "survey", '1', "摸底", "Survey";
        Vacancy = "vacancy", '2', "岗位推荐", "Vacancy";
        Training = "training", '3', "培训推荐", "Training";
        Guidance = "guidance", '4', "职业指导", "Career guidance";
        Policy = "policy", '5', "政策宣讲/咨询", "Policy advice";
        FollowUp = "follow_up", '6', "跟踪回访", "Follow-up";
        Business = "business", '7', "业务办理", "Paperwork";
        Notice = "notice", '8', "通知提醒", "Notice";
        OtherPurpose = "other", '9', "其他(含投诉)", "Other (complaints too)";
    }
}

impl Purpose {
    /// Reads several answers however they are separated (`1、2，3`, `摸底;培训`, `125`), each once, and
    /// the words that are none.
    pub fn parse_several(text: &str) -> (Vec<Self>, Vec<&str>) {
        let (mut found, mut unread) = (Vec::new(), Vec::new());
        let mut keep = |purpose| {
            if !found.contains(&purpose) {
                found.push(purpose);
            }
        };
        if let Some(whole) = Self::parse_loose(text) {
            keep(whole);
            return (found, unread);
        }
        let parts = text.split(['、', '，', ',', '；', ';', '|', '/', '／', '+', '＋', '\n']);
        for part in parts.map(str::trim).filter(|p| !p.is_empty()) {
            let narrow = crate::text::fold::fold_width(part);
            let digits: Option<Vec<Self>> = narrow.chars().map(Self::from_digit).collect();
            match Self::parse_loose(part).map(|one| vec![one]).or(digits) {
                Some(purposes) => purposes.into_iter().for_each(&mut keep),
                None => unread.push(part),
            }
        }
        (found, unread)
    }
}

labels! {
    /// 结果: what came of it.
    pub enum Outcome {
        Interested = "interested", '1', "有意向待回复", "Interested, will answer";
        SignedUp = "signed_up", '2', "已报名/约面试", "Signed up or interview";
        Working = "working", '3', "已就业/创业", "Working or trading";
        Declined = "declined", '4', "暂无意愿", "Not now";
        CallLater = "call_later", '5', "约时间再联系", "Call again";
        Told = "told", '6', "已告知/已转告", "Told or passed on";
        NoAnswer = "no_answer", '7', "无人接听(关机、占线)", "No answer";
        WrongNumber = "wrong_number", '8', "空号/非本人", "Dead or wrong number";
        LeftService = "left_service", '9', "退出服务范围(迁出、参军、升学、去世)", "Left the service";
        OtherOutcome = "other", '0', "其他", "Other";
    }
}

/// What an outcome asks for besides itself. The form does not save without; who writes a contact by
/// command is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// 原因: why not now.
    Reason,
    /// 内容: where they work.
    Where,
    /// 下次: a day, or that there is none.
    Promise,
}

impl Outcome {
    /// What is asked for with this outcome.
    pub fn asks(self) -> &'static [Asked] {
        match self {
            Self::Declined => &[Asked::Reason],
            Self::Working => &[Asked::Where],
            Self::Interested | Self::CallLater => &[Asked::Promise],
            _ => &[],
        }
    }
}

labels! {
    /// 原因: why not now (asked for 结果 4).
    pub enum Reason {
        Family = "family", '1', "照顾家庭", "Family care";
        Health = "health", '2', "身体", "Health";
        HasWork = "has_work", '3', "已有活干", "Has work";
        Pay = "pay", '4', "工资", "Pay";
        Distance = "distance", '5', "路远", "Too far";
        Hours = "hours", '6', "时间", "Hours";
        NotSuited = "not_suited", '7', "条件不符", "Does not qualify";
        Studying = "studying", '8', "读书/参军", "Studies or army";
        DoNotContact = "do_not_contact", '9', "请勿再联系", "Do not contact again";
    }
}

labels! {
    /// State of a logged contact. A contact is never erased.
    pub enum ContactState {
        Valid = "valid", ' ', "有效", "Valid";
        Corrected = "corrected", ' ', "已更正", "Corrected";
        Cancelled = "cancelled", ' ', "已作废", "Cancelled";
    }
}

/// With whom a contact was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ContactWith {
    /// A person on the register.
    Person(PersonId),
    /// Somebody who gave no name (不留名咨询).
    Nobody,
    /// A firm.
    Enterprise(EnterpriseId),
}

impl ContactWith {
    /// The person, if it was one.
    pub fn person(self) -> Option<PersonId> {
        match self {
            Self::Person(id) => Some(id),
            _ => None,
        }
    }
}

/// What a clerk says of a contact. Date of contact and date of entry are two things.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactRecord {
    /// With whom.
    pub with: ContactWith,
    /// When it took place (local time with zone).
    pub at: DateTime<FixedOffset>,
    /// How.
    pub channel: Channel,
    /// Who answered; `None` is not known.
    pub party: Option<Party>,
    /// Where.
    pub place: String,
    /// About what, in the order given.
    pub purposes: Vec<Purpose>,
    /// What came of it.
    pub outcome: Outcome,
    /// Why not now.
    pub reason: Option<Reason>,
    /// What was said.
    pub note: String,
    /// Day promised for the next contact.
    pub next_due: Option<NaiveDate>,
}

impl ContactRecord {
    /// What the outcome asks for and the record lacks; whether the next day was spoken of is known
    /// only where it was asked.
    pub fn lacks(&self, promise_said: bool) -> impl Iterator<Item = Asked> {
        let here = move |asked: &Asked| match asked {
            Asked::Reason => self.reason.is_none(),
            Asked::Where => self.note.trim().is_empty(),
            Asked::Promise => self.next_due.is_none() && !promise_said,
        };
        self.outcome.asks().iter().copied().filter(here)
    }
}

/// A contact as it stands in the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// Identity (the caller's own UUID where one was given: the same UUID twice is one contact).
    pub id: ContactId,
    /// Reference (编号).
    pub reference: String,
    /// What was said of it.
    pub record: ContactRecord,
    /// When it was entered (by the clock, not by the clerk).
    pub entered_at: DateTime<FixedOffset>,
    /// Who entered it.
    pub operator: OperatorId,
    /// That operator's name.
    pub operator_name: String,
    /// State.
    pub state: ContactState,
    /// The earlier entry that this one corrects.
    pub corrects: Option<ContactId>,
    /// Why it was cancelled or corrected; empty where it was taken back.
    pub state_reason: String,
    /// Name of the person or firm, or empty.
    pub with_name: String,
    /// The journal entry that made it: station and sequence number.
    pub journal: (super::ids::StationId, u64),
}

impl Contact {
    /// 补录: entered on a later day than it took place.
    pub fn is_late(&self) -> bool {
        self.entered_at.date_naive() > self.record.at.date_naive()
    }

    /// Why it counts no longer: the words that were given, or that it was taken back (撤销), for
    /// which nobody is asked for words. Empty where it counts.
    pub fn why_closed(&self, lang: Lang) -> &str {
        if self.was_taken_back() {
            lang.pick("撤销", "undone")
        } else {
            &self.state_reason
        }
    }

    /// Taken back by undo; who cancels by hand gives a reason.
    pub fn was_taken_back(&self) -> bool {
        self.state == ContactState::Cancelled && self.state_reason.is_empty()
    }
}

/// Ready answers for 下次 (when to meet next), by digit. Weekends are skipped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NextChoice {
    /// This many days on.
    Days(u64),
    /// This many months on.
    Months(u32),
    /// Typed by hand.
    Typed,
    /// No further contact.
    Never,
}

impl NextChoice {
    /// The choice behind a digit: 1明天 2三天 3一周 4两周 5一月 6三月 7半年 9自定 0不再约.
    /// (8, the day before a class or interview, needs that date and is offered where one is known.)
    pub fn from_digit(digit: char) -> Option<Self> {
        Some(match digit {
            '1' => Self::Days(1),
            '2' => Self::Days(3),
            '3' => Self::Days(7),
            '4' => Self::Days(14),
            '5' => Self::Months(1),
            '6' => Self::Months(3),
            '7' => Self::Months(6),
            '9' => Self::Typed,
            '0' => Self::Never,
            _ => return None,
        })
    }

    /// The working day it means, counted from `today`; `None` for typed and never.
    pub fn day(self, today: NaiveDate) -> Option<NaiveDate> {
        use super::dates::{days_after, months_after, working_day_on_or_after};
        match self {
            Self::Days(n) => Some(working_day_on_or_after(days_after(today, n))),
            Self::Months(n) => Some(working_day_on_or_after(months_after(today, n))),
            Self::Typed | Self::Never => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_outcome_asks_for() {
        for (digit, asked) in [
            ('1', &[Asked::Promise][..]),
            ('3', &[Asked::Where]),
            ('4', &[Asked::Reason]),
            ('5', &[Asked::Promise]),
            ('6', &[]),
            ('7', &[]),
        ] {
            let outcome = Outcome::from_digit(digit).unwrap();
            assert_eq!(outcome.asks(), asked, "{outcome:?}");
        }
    }

    #[test]
    fn several_purposes_are_read_however_they_are_separated() {
        use Purpose::{Guidance, Policy, Survey, Training, Vacancy};
        for (text, want) in [
            ("1、2，3", vec![Survey, Vacancy, Training]),
            ("摸底;岗位, 1", vec![Survey, Vacancy]),
            ("１２５", vec![Survey, Vacancy, Policy]),
            ("政策宣讲/咨询", vec![Policy]),
            ("Career guidance|survey", vec![Guidance, Survey]),
        ] {
            assert_eq!(Purpose::parse_several(text), (want, Vec::new()), "{text}");
        }
        assert_eq!(
            Purpose::parse_several("摸底、闲聊"),
            (vec![Survey], vec!["闲聊"])
        );
    }
}
