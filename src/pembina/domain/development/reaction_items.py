"""What participants are asked about a training, on the four-step scale that the satisfaction survey uses too."""

from pembina.core.text import Text

# Of the batch as a whole.
BATCH_ITEMS = {
    "material": Text(id="Materi sesuai dengan kebutuhan tugas saya", en="The material fits what my work needs"),
    "method": Text(id="Cara belajar memudahkan saya memahami materi", en="The way of learning helped me understand"),
    "use": Text(id="Saya dapat menerapkan yang dipelajari di unit kerja", en="I can apply at work what I learned"),
    "organisation": Text(id="Penyelenggaraan tertib dan tepat waktu", en="It was well organised and on time"),
    "facilities": Text(id="Sarana dan bahan belajar memadai", en="Facilities and material were sufficient"),
}
# Of each session that the participant attended.
SESSION_ITEMS = {"session": Text(id="Sesi ini berguna bagi pekerjaan saya", en="This session is useful for my work")}
# Of each trainer of such a session.
TRAINER_ITEMS = {
    "mastery": Text(id="Menguasai materi", en="Masters the subject"),
    "teaching": Text(id="Menyampaikan dengan jelas dan memberi kesempatan bertanya", en="Is clear and takes questions"),
}
SCALE = {
    1: Text(id="Tidak setuju", en="Disagree"),
    2: Text(id="Kurang setuju", en="Rather disagree"),
    3: Text(id="Setuju", en="Agree"),
    4: Text(id="Sangat setuju", en="Fully agree"),
}
# Below this many answers a mean could be somebody's own.
LEAST_SHOWN = 4
