import type { Sentences } from '../../sentences.ts';

/** Titles and hints of the checks of naming. */
export const naming: Sentences = {
  'Each task lies under the number of its own application, written as the console shows it.':
    '每个任务都位于本应用的编号之下，写法与控制台一致',
  'Do not move recordings between applications or rewrite the number in front of their folders.':
    '不要在应用之间移动录音，也不要改写其文件夹前面的编号。',
  'Names end in _audio.mp3, in lower case.': '名称以小写的 _audio.mp3 结尾',
  'Keys are case-sensitive: copy with a tool that keeps their case.':
    '对象键区分大小写：使用保留大小写的工具复制。',
  'Single streams lie in folders of a room and a user, mixed streams in folders of a room.':
    '单流位于房间和用户的文件夹，混流位于房间的文件夹',
  'Keep each file in the folder in which the service put it.':
    '让每个文件留在服务放置它的文件夹中。',
  'The bucket holds recordings of the application.': '存储桶中有本应用的录音',
  'Check --app-id and --bucket: the prefix must end where the folders bizid_roomid begin.':
    '检查 --app-id 和 --bucket：前缀必须在 bizid_roomid 文件夹开始处结束。',
  'Every audio file in the application’s folders is named by the documented rule.':
    '应用文件夹中的每个音频文件都按文档规则命名',
  'Do not rename recordings; where the service itself names them otherwise, declare the dialect.':
    '不要重命名录音；若服务本身另有命名方式，声明相应的方言。',
  'Names of mixed streams have no blanks before their underscores.': '混流文件名的下划线前没有空格',
  'Declare --dialect gme-name-blanks if the service itself writes them.':
    '若服务本身写入空格，声明 --dialect gme-name-blanks。',
  'Nothing but recordings lies in the bucket.': '存储桶中只有录音',
  'Copy recordings with their keys as they are, and remove or move what other programs have left in the bucket.':
    '复制录音时保持对象键不变，并移除或移走其他程序留在存储桶中的内容。',
  'No temporary files lie among the recordings.': '录音中没有遗留的临时文件',
  'No task id occurs in two rooms.': '任一任务编号都不出现在两个房间',
  'All files of a task carry the same start time.': '同一任务的所有文件带有相同的开始时间',
  'Declare --dialect gme-name-segment-time if the service writes each file’s own start.':
    '若服务写入的是每个文件自己的开始时间，声明 --dialect gme-name-segment-time。',
  'The bucket holds the kinds of streams that the scope says.':
    '存储桶中的流类型与声明的录制范围一致',
  'Declare with --scope what the console is set to; recordings from before a change belong elsewhere.':
    '用 --scope 声明控制台的设置；更改之前的录音应放在别处。',
  'No two files of a mixed task have the same serial number.':
    '同一混流任务的两个文件不会有相同的序号',
  'Find out which of the two files the service wrote, and remove the other.':
    '查明两个文件中哪个由服务写入，移除另一个。',
  'The serial numbers of a stream’s files follow each other without a gap.':
    '一个流的文件序号连续，没有空缺',
  'A file is missing: look for a rule that deletes, a failed copy, or an upload that is under way.':
    '缺少一个文件：检查是否有删除规则、失败的复制或进行中的上传。',
  'The first file of each stream has the serial number 0.': '每个流的第一个文件序号为 0',
  'The first file is missing: look for a rule that deletes, a failed copy, or an upload that is under way.':
    '缺少第一个文件：检查是否有删除规则、失败的复制或进行中的上传。',
  'The time in every name is a real one.': '每个名称中的时间都真实存在',
  'Find out what wrote the name: the service does not write impossible times.':
    '查明名称由什么写入：服务不会写入不存在的时间。',
  'The times in names are at UTC+8.': '名称中的时间为 UTC+8',
  'Declare --dialect gme-name-utc if the service writes UTC, and read the names so.':
    '若服务写入 UTC，声明 --dialect gme-name-utc，并按此解读名称。',
  'The time in a name is earlier than the object’s last modification.':
    '名称中的时间早于对象的最后修改时间',
  'Names carry UTC+8: convert them to UTC before they are compared with upload times.':
    '名称中为 UTC+8：与上传时间比较前先换算为 UTC。',
  'The files of a task carry the number of one application.':
    '一个任务的文件带有同一个应用的编号。',
  'Do not move recordings between applications or rewrite the number in front of their names.':
    '不要在应用之间移动录音，也不要改写其名称前面的编号。',
  'Names end in .m3u8, .ts or .mp4, in lower case.': '名称以小写的 .m3u8、.ts 或 .mp4 结尾。',
  'Every recording lies in a folder named by its task.':
    '每个录制文件都位于以其任务命名的文件夹中。',
  'Keep each file in its folder, and end the audited prefix above the folders of the tasks.':
    '让每个文件留在其文件夹中，并使审计的前缀止于各任务文件夹之上。',
  'The first segment’s name and its playlist tell the same start of recording, in UTC.':
    '第一个切片的名称与其播放列表给出同一录制开始时间，均为 UTC。',
  'Declare --dialect trtc-ts-utc8 if the names are in UTC+8, as in the published sample.':
    '若名称为 UTC+8（如公开的示例），声明 --dialect trtc-ts-utc8。',
  'Check --app-id and --bucket: below the prefix there must be folders named by tasks.':
    '检查 --app-id 和 --bucket：前缀之下必须是以任务命名的文件夹。',
  'Users and string rooms stand in names as Base64 with - for / and . for =.':
    '名称中的用户和字符串房间号为 Base64，其中 / 写作 -，= 写作 .。',
  'Keys are case-sensitive and hold + and dots: copy with a tool that keeps them.':
    '对象键区分大小写，且含 + 和点：使用保留它们的工具复制。',
  'The indices of a recording’s MP4 files run from 1 without a gap.':
    '一次录制的 MP4 文件索引从 1 起连续，没有空缺。',
  'MP4 names carry an index where the recording was cut, and nowhere else.':
    '只有发生切分时，MP4 名称才带索引。',
  'A file is missing beside it, or a program numbers what the service does not.':
    '旁边缺少文件，或有程序加了服务不会加的编号。',
  'Every file that carries the application or a user in its name is named by the rules.':
    '名称带有应用或用户的每个文件都按规则命名。',
  'Do not rename or move recordings: callbacks and playlists name them as they are.':
    '不要重命名或移动录制文件：回调和播放列表以原名称引用它们。',
  'Nothing but recordings, and what the merge script makes of them, lies in the bucket.':
    '存储桶中只有录制文件以及合并脚本由其生成的文件。',
  'All files of a task lie below one prefix.': '一个任务的全部文件位于同一前缀之下。',
  'A task has files of single streams or of a mixed stream, not of both.':
    '一个任务只有单流文件或只有混流文件，不会两者都有。',
  'Look for a program that copies files between the folders of tasks.':
    '检查是否有程序在任务文件夹之间复制文件。',
  'All files of a task carry the same room.': '一个任务的全部文件带有同一房间号。',
  'Declare with --scope what the requests ask for; with several modes, both.':
    '用 --scope 声明请求所要的录制方式；有多种时声明 both。',
  'Underscores before UserId_s_ and the word for merged streams are those of the reading.':
    'UserId_s_ 前的下划线和表示合流的词与所取的解读一致。',
  'Declare --dialect trtc-name-single-underscore or trtc-type-audiovideo if the service writes them.':
    '若服务如此写入，声明 --dialect trtc-name-single-underscore 或 trtc-type-audiovideo。',
  'The time in every segment’s name is a real one.': '每个切片名称中的时间都真实存在。',
  'The time in a segment’s name is earlier than the object’s last modification.':
    '切片名称中的时间早于对象的最后修改时间。',
  'Names are in UTC: look for a clock or a zone that is another.':
    '名称为 UTC：检查是否有时钟或时区不同。',
  'Names end in .m3u8 or .mp4, in lower case.': '名称以小写的 .m3u8 或 .mp4 结尾。',
  'Folder and name of a recording carry the same stream and time.':
    '录制文件的文件夹和名称带有相同的流和时间。',
  'Every stream is there in each format of the declared rule, and in no other one.':
    '每路流都以所声明规则的每种格式存在，且没有其他格式。',
  'Look for a program that deletes or converts recordings; after a change of the rule, keep older ones elsewhere.':
    '检查是否有程序删除或转换录制文件；规则更改后，旧文件放在别处。',
  'Check --app-id and --bucket: the prefix must end where the rule’s storage path begins.':
    '检查 --app-id 和 --bucket：前缀必须在规则的存储路径开始处结束。',
  'Every playlist and MP4 file in the application’s folder is named by the default pattern.':
    '应用文件夹中的每个播放列表和 MP4 文件都按默认模式命名。',
  'Declare the rule in force with --rule where it names files otherwise.':
    '若规则另有命名方式，用 --rule 声明生效的规则。',
  'Every playlist and MP4 file is named by the pattern of the declared rule.':
    '每个播放列表和 MP4 文件都按所声明规则的模式命名。',
  'Copy recordings with their keys as they are, and do not rename or move them. Where an older rule named them, keep its recordings elsewhere.':
    '复制录制文件时保持对象键不变，不要重命名或移动。若由旧规则命名，把那些文件放在别处。',
  'Let the storage path be a folder of its own, and audit that one.':
    '让存储路径成为独立的文件夹，并审计该文件夹。',
  'Remove what transfers and other programs have left in the bucket.':
    '移除传输工具和其他程序留在存储桶中的内容。',
  'The bucket holds no other kind of streams than the scope says.':
    '存储桶中没有录制范围以外的流类型。',
  'Declare with --scope what is recorded; mixed streams come of calls to the API alone.':
    '用 --scope 声明录制的内容；混流只来自对 API 的调用。',
  'Every stream is named by application or job, room and user in a documented form.':
    '每路流都以文档规定的形式由应用或任务、房间和用户命名。',
  'Copy recordings with their keys as they are, and do not rename or move them.':
    '复制录制文件时保持对象键不变，不要重命名或移动。',
  'The time in a name is not later than the object’s last modification.':
    '名称中的时间不晚于对象的最后修改时间。',
  'Names carry UTC; declare --dialect spark-name-utc8 if the service writes UTC+8.':
    '名称中为 UTC；若服务写入 UTC+8，声明 --dialect spark-name-utc8。',
};
