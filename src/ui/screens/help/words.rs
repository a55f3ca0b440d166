//! Words of the help.

crate::messages! {
    everywhere() { zh: "在哪里都能用", en: "Everywhere" }
    moves() { zh: "移动和办理", en: "Moving and doing" }
    typing() { zh: "打字", en: "Typing" }
    type_anywhere() { zh: "在列表和首页直接打字就是找人：姓名、拼音、首字母、证号、电话尾号、村名", en: "Type on any list or home screen to find people: name, pinyin, initials, id, phone tail, village" }
    question_mark() { zh: "框里没字时按 ? 也是帮助", en: "? is help too while the box is empty" }
    slash() { zh: "/ 或 、 也到找人框", en: "/ goes to the box too" }
    digits() { zh: "表里用数字回答；连刷四位以上数字当作刷证，到找人框", en: "Digits answer in forms; four or more digits at a scanner's speed go to the box" }
    masked() { zh: "证号和电话默认遮住，显示全号会记入操作记录，30 秒后自动遮回", en: "Ids and phones are masked; showing them is journalled and ends after 30 seconds" }
}
