"""Pages of the kinds that old health sites have, written for these tests: neutral, no real claims."""

TREATMENTS_ENGLISH = """Menu
Home > Conditions > Tennis elbow
Options for Managing Tennis Elbow Tendinitis

Elbow tendinitis, commonly called tennis elbow, is a disorder of the outer elbow. Elbow tendinitis often
follows repeated gripping, and most people notice it at work.

Standard Treatment Methods

1. Rest and Activity Changes

Most people are asked to avoid heavy gripping for a while. Suitable for early-stage patients.

2. Elbow Brace

A brace moves the load away from the sore point. It carries risks such as skin irritation.

3. Tendon Repair Surgery

An operation is a choice for late-stage cases.

New Treatment Methods

Shock Wave Therapy

Sound waves are sent into the sore area. Evidence for it is limited and more studies are needed.

• Relieves pain in the sore area
• Reduces the need for tablets

Summary

Dr. Jane Sample said that most people recover.
Doctors from Sample Valley Clinic point out that rest comes first.
Share this page
Copyright 2019 Sample Valley. All rights reserved.
"""

CHINESE = """首页
当前位置：首页 > 健康 > 膝关节炎
膝关节炎的治疗方法
膝盖疼了三个月，上下楼梯很困难，请问应该怎样治疗？

膝关节炎，俗称老寒腿，是一种常见的关节疾病。膝关节炎多见于中老年人，膝关节炎患者常感到疼痛。
一、常规治疗
（1）休息：减少上下楼梯，避免长时间站立，给关节恢复的时间。
（2）热敷：每天用温热毛巾敷在膝盖上，促进血液循环。
二、新型治疗
冲击波治疗适用于早期患者，可以缓解疼痛，但是仍有皮肤发红的风险，目前缺乏足够的证据。
王明主任表示，膝关节炎要早发现。
上一篇：肩周炎怎么办
下一篇：没有了
相关文章
颈椎病的日常护理
发表评论
姓名
提交
"""

ONE_LINE = (
    "Many people with knee arthritis ask about swimming, and swimming is gentle on the joints for "
    "most of them. "
    "Warm water carries the weight of the body, so the knee can move with less load than on the street. "
    "Can swimming replace walking? For many people with knee arthritis it can for a time, and a "
    "physiotherapist can show how to begin. Some pools offer lessons in small groups, and that "
    "helps people to keep going. "
    "Cold water needs more care When the knee is stiff, people often need longer to warm up before "
    "they begin. "
    "But should everybody swim with knee arthritis? People with open wounds should wait until the skin has "
    "closed, "
    "and people who cannot swim well should stay where they can stand. A short talk with a nurse is "
    "enough. ---"
)
"""One long line without a title: two questions, and a heading that lost its line."""

NUMBERED_TEXT = """Why does a sprained ankle stay weak for so long?

? A sprained ankle is common, and it is common that it feels weak for months .

1. Care at home

(1) Cold packs When the ankle swells, a cold pack wrapped in cloth helps for some minutes at a time.

(2) Gentle movement can be started early. It keeps the joint from becoming stiff.

(3) Signs to watch ① swelling that grows; ② numb toes; ③ fever.

2. Care in a clinic

A nurse looks at the ankle and says whether a picture is needed.

Step one: Rest the ankle for two days.

Step 2: Begin to walk on even ground.
"""
