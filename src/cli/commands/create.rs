//! `create`: a new office.

use super::Answer;
use crate::{
    cli::{Session, out::End, shapes::FileDocument},
    office::Office,
};

crate::messages! {
    created(path: &str, operator: &str) {
        zh: "已新建：{path}\n经办人：{operator}（系统管理员）\n数据库没有加密，请放在只有自己能打开的文件夹里。",
        en: "Made: {path}\nOperator: {operator} (administrator)\nThe database is not encrypted; keep it in a folder that only you can open."
    }
}

pub(super) fn run(session: &mut Session<'_>) -> Answer {
    let path = session.settings.database()?.to_owned();
    let office = Office::create(
        &path,
        session.settings.operator.as_deref(),
        session.lang(),
        &session.clock.moment(),
    )?;
    let file = crate::text::display::line(&path.to_string_lossy());
    if session.out.is_json() {
        session.out.json(&FileDocument { file });
    } else {
        let text = created(session.lang(), &file, &office.operator().name);
        session.out.line(&text);
    }
    Ok(End::Done)
}
