//! Other names that rosters put over the same column, folded: lower case, half width, without
//! spaces, hyphens, slashes or brackets; parted by spaces.

use super::{ContactColumn, CourseColumn, PersonColumn, VacancyColumn};

pub(super) fn people(column: PersonColumn) -> &'static str {
    use PersonColumn::*;
    match column {
        Reference => "人员编号 登记编号 求职编号 档案编号 个人编号 求职登记号 reference",
        Name => {
            "名字 姓名全称 人员姓名 求职者姓名 求职人员姓名 劳动力姓名 学员姓名 申请人姓名 求职者 \
            fullname"
        }
        Sex => "男女 gender",
        Ethnic => "族别 名族 ethnicity ethnicgroup",
        IdNumber => {
            "身份证 身份证号码 身份证件号码 身份证件号 公民身份号码 公民身份证号码 公民身份证号 \
            居民身份证号码 居民身份证号 居民身份证 证件号码 证件号 有效证件号码 身份号码 本人身份证号 \
            本人身份证号码 id idno idcard idcardno idcardnumber identitynumber"
        }
        BirthDate => {
            "出生年月 出生年月日 出生日 生日 出生时间 birthdate birthday dateofbirth dob born"
        }
        Phone => {
            "电话 手机 手机号 手机号码 电话号码 联系电话号码 联系方式 联系手机 联系号码 移动电话 \
            本人电话 本人手机 本人联系电话 手机电话 联系电话1 电话1 phone1 mobile telephone tel cell \
            phonenumber"
        }
        Phone2 => {
            "备用联系电话 备用手机 备用号码 第二联系电话 其他电话 其他联系电话 家庭电话 家属电话 \
            家属联系电话 固定电话 座机 电话2 联系电话2 紧急联系电话 紧急联系人电话 secondphone phone2 \
            otherphone"
        }
        Hukou => {
            "户籍 户口所在地 户籍所在地 户籍地址 户口地址 户籍地详址 籍贯 户口 户籍详细地址 \
            registeredresidence householdregistration"
        }
        City => "地市 地级市 所在市 所属市 城市 市别",
        County => "县 区 区县 县市区 县市 市县区 所在县区 所属县区 所属区县 district",
        Town => {
            "镇 街道 乡镇 镇街道 街道镇 乡镇街道 街镇 镇办 所属镇街 所在镇街 所属镇 所属乡镇 所在镇 \
            现住镇街 township street"
        }
        Village => {
            "村 社区 村居委 村社区 村居委会 村委会 居委会 村委居委 村委 居委 行政村 所属村居 所在村居 \
            所属村 所属社区 村居社区 community"
        }
        Address => {
            "住址 家庭住址 家庭地址 现住址 现居住地 现居地 居住地址 居住地 常住地址 常住地 详细地址 \
            联系地址 通讯地址 homeaddress residence"
        }
        Schooling => {
            "学历 文化 教育程度 受教育程度 最高学历 学历层次 文化水平 education educationlevel"
        }
        Groups => {
            "类别 人群类别 人员类型 人员身份 人员属性 群体类别 群体 所属群体 人群 人员性质 身份类别 \
            身份 重点群体类别 重点群体 困难类别 标签 group tags category"
        }
        DisabilityKind => "残疾类型 残疾种类 disabilitytype",
        DisabilityLevel => "残疾级别 disabilitygrade",
        DisabilityCert => "残疾人证号 残疾人证号码 残疾证号码 残疾证 残疾人证 残疾证编号",
        VeteranYear => "退伍年份 退役时间 退伍时间 退役年度 退伍年度 退役日期",
        Certs => {
            "职业资格证书 技能证书 证书名称 职业技能等级证书 技能等级证书 资格证书 职业证书 持有证书 \
            持证情况 所持证书 职业资格 技能等级 certificates certificate"
        }
        WorkStatus => {
            "就业情况 就业失业状态 目前就业状态 目前状态 当前就业状态 就业状况 目前就业情况 \
            现就业状态 是否就业 工作状态 employmentstatus status"
        }
        Wishes => {
            "就业意向 求职意愿 意向岗位 意向工种 求职工种 期望岗位 意向职业 期望职业 就业意愿 择业意向 \
            求职岗位 意向 期望工种 wish jobwish desiredjob"
        }
        TrainingWish => {
            "培训意向 培训需求 是否有培训意愿 有无培训意愿 参训意愿 是否愿意参加培训 \
            技能培训意愿 意向培训 trainingneed"
        }
        ExpectedPay => {
            "期望工资 期望月薪 薪资要求 期望待遇 期望薪酬 工资要求 薪资期望 期望收入 意向薪资 \
            expectedsalary"
        }
        Commute => {
            "通勤距离 通勤要求 可接受通勤 通勤范围 通勤时间 工作地点要求 意向工作地 意向工作地点"
        }
        Householder => "户主姓名 headofhousehold",
        HouseholdRelation => "和户主关系 与户主的关系 户主关系 relation",
        Health => "健康 身体状况 健康情况 身体健康状况",
        LabourAbility => "劳动技能 有无劳动能力 劳动能力情况 是否有劳动能力 laborability",
        WorkPlace => "务工地点 务工所在地 就业地点 就业地 工作地 工作地点 现务工地点",
        WorkUnit => "工作单位 就业单位 单位名称 务工企业 务工单位名称 单位 现工作单位 employer",
        Income => "收入 月工资 工资 工资收入 月均收入 月薪 monthlyincome",
        Worker => {
            "帮扶责任人 帮扶人 跟进人 联系人 负责人 网格员 走访人 服务专员 就业专员 caseworker \
            responsible"
        }
        Guardian => "监护人姓名 家长 家长姓名",
        RegDate => {
            "登记时间 求职登记日期 求职登记时间 登记日 录入日期 建档日期 注册日期 registered \
            registrationdate registrationday"
        }
        Note => "备考 说明 其他 其他说明 备注说明 notes remark remarks",
        HukouKind => "户口类型 户口性质 户籍性质",
        GradSchool => "毕业院校 毕业学校名称",
        GraduatedOn => "毕业时间",
        InSchool => "在读 是否在校",
        FamilyNote => "家庭状况",
        UnemployedSince => "失业日期",
        Skills => "特长 技能",
        ContactHours => "方便联系时间",
        _ => "",
    }
}

pub(super) fn courses(column: CourseColumn) -> &'static str {
    use CourseColumn::*;
    match column {
        Reference => "课程编号 班级编号 项目编号 编码 代码 reference code",
        Title => {
            "课程 名称 培训课程 培训项目 项目名称 培训工种 工种 班级名称 培训班 培训班名称 班名 专业 \
            course coursename name coursetitle"
        }
        Org => {
            "机构 培训单位 机构名称 培训学校 承办机构 承训机构 举办单位 主办单位 organiser organizer \
            organisation organization school provider"
        }
        Place => "培训地点 上课地点 地址 培训地址 授课地点 开班地点 address location",
        Start => "开班时间 开课日期 开课时间 培训时间 开始日期 时间 开学日期 startdate opens",
        Hours => "学时 总课时 总学时 培训课时 培训学时 课时数",
        Level => "培训等级 技能等级 级别 证书等级 职业等级 考证等级",
        Target => "培训对象 对象 面向对象 面向人群 招生范围 招收对象 适合人群 audience",
        Condition => {
            "报名条件 招生条件 入学条件 报读条件 要求 报名要求 招生要求 conditions requirement \
            requirements"
        }
        Fee => "学费 收费 培训费 费用元 收费标准 补贴 培训费用 price cost",
        Remark => "说明 其他 备注说明 remarks note notes",
    }
}

pub(super) fn vacancies(column: VacancyColumn) -> &'static str {
    use VacancyColumn::*;
    match column {
        Reference => "岗位编号 职位编号 招聘编号 编码 代码 reference code",
        Title => {
            "岗位 职位 职位名称 招聘岗位 招聘职位 工种 岗位工种 名称 岗位名 position job jobtitle \
            vacancy post"
        }
        Employer => {
            "单位名称 企业名称 公司名称 招聘单位 单位 企业 公司 用工单位 用人单位名称 用工企业 \
            招聘企业 雇主 company firm enterprise"
        }
        Place => {
            "工作地点 工作地 工作地址 地址 上班地点 单位地址 用工地点 location address workplace"
        }
        Pay => {
            "工资 待遇 薪酬 月薪 工资待遇 薪资待遇 月工资 薪资范围 薪资元月 月薪元 工资标准 参考薪资 薪水 \
            salary wage wages"
        }
        Headcount => {
            "招聘人数 需求人数 招工人数 需求数 缺工人数 招聘数量 人数人 用工人数 数量 number \
            openings vacancies"
        }
        Requirement => {
            "岗位要求 任职要求 招聘要求 职位要求 条件 招聘条件 用工要求 任职条件 应聘条件 \
            录用条件 requirements condition conditions"
        }
        Remark => "说明 其他 备注说明 remarks note notes",
        Benefit => "福利待遇 岗位福利 其他待遇 食宿 食宿情况 benefits welfare",
        Posted => "发布时间 登记日期 登记时间 招聘日期 日期 posteddate postdate date",
        Closes => "截止时间 有效期 有效期至 招聘截止日期 失效日期 deadline closingdate expires",
    }
}

pub(super) fn contacts(column: ContactColumn) -> &'static str {
    use ContactColumn::*;
    match column {
        Reference => "记录编号 联系编号 reference",
        Person => {
            "求职者编号 求职者证号 人员 人员编号 身份证号 身份证号码 证件号码 对象 服务对象 personref \
            idnumber"
        }
        Enterprise => "企业名称 单位 单位名称 公司 用人单位 employer company firm",
        At => {
            "联系时间 联系日期 日期时间 服务时间 走访时间 走访日期 日期 date datetime contactedat time"
        }
        EnteredAt => "登记时间 录入日期 记录时间 entered",
        Operator => "联系人 工作人员 经手人 服务人员 记录人 走访人 clerk worker",
        Channel => "联系方式 服务方式 沟通方式 way",
        Party => "接听人 受访人 对方",
        Place => "联系地点 走访地点 location",
        Purpose => "联系事由 事项 服务事项 服务内容 目的 purposes",
        Outcome => "联系结果 处理结果 服务结果 result",
        Reason => "未果原因 暂无意愿原因",
        Note => "沟通内容 联系内容 谈话内容 记录 记录内容 备注 说明 notes remark content",
        NextDue => "下次 下次时间 下次联系时间 下次联系日期 下次跟进 next nextcontact due",
        State => "记录状态",
    }
}
