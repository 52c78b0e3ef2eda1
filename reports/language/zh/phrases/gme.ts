import type { Phrases } from '../../phrases.ts';

/** What findings say of GME’s recordings. */
export const gme: Phrases = {
  'at least one object named {1}, with the bizid {2}': '至少一个名称为 {1} 的对象，bizid 为 {2}',
  'bizid_roomid_userid/starttime_id_audio.mp3 or bizid_roomid/taskid_starttime_id_audio.mp3':
    'bizid_roomid_userid/starttime_id_audio.mp3 或 bizid_roomid/taskid_starttime_id_audio.mp3',
  'whole MP3 audio': '完整的 MP3 音频',
  'MP3 audio and nothing odd around it': 'MP3 音频，之外没有多余的内容',
  'blanks before the inner underscores': '中间的下划线前有空格',
  'recordings of mixed streams beside those of single streams, as the scope is declared':
    '单流之外还有混流录制，与声明的录制范围一致',
  '{1} recordings of single streams and none of a mixed one': '{1} 个单流录制，没有混流录制',
  'a last modification at least {1} s after the start in the name, when the audio was complete':
    '最后修改时间比名称中的开始时间至少晚 {1} 秒，即音频完成之时',
  'a start time at UTC+8': 'UTC+8 的开始时间',
  'each of {1} recordings was uploaded eight hours after its end, as if names were in UTC (dialect gme-name-utc)':
    '{1} 个录音都在结束八小时之后上传，如同名称为 UTC（方言 gme-name-utc）',
  'a start after the end of the task that {1} belongs to': '在 {1} 所属任务结束之后开始',
  '{1} s before its audio ends': '在其音频结束之前 {1} 秒',
  'a file with the serial number 0 in the same stream and task':
    '同一任务同一路流中序号为 0 的文件',
  'the smallest serial number is {1}': '最小的序号是 {1}',
  'the serial number {1} after {2}': '{2} 之后的序号 {1}',
  'the next is {1}': '下一个是 {1}',
  'one file for each serial number of a task': '任务的每个序号一个文件',
  '{1} has the serial number {2} too': '{1} 的序号也是 {2}',
  'the start time of {1}, which is of the same task': '同一任务的 {1} 的开始时间',
  'a start time that differs by {1} s': '相差 {1} 秒的开始时间',
  'the room of {1}, where the task {2} is too': '{1} 的房间，任务 {2} 也在其中',
  'the folder {1}': '文件夹 {1}',
  'a folder that starts with {1}_': '以 {1}_ 开头的文件夹',
  'the number {1}, under which the other files of the task lie': '编号 {1}，任务的其他文件都在其下',
  'the number of another application': '另一个应用的编号',
  'a mixed stream of the same room and task': '同一房间同一任务的混流',
  'none in any room that the folder may belong to': '该文件夹可能所属的房间中都没有',
  'audio inside the {1} s of the task’s mixed stream': '位于任务混流的 {1} 秒之内的音频',
  '{1} s of a user’s stream, not inside them': '用户的流为 {1} 秒，不在其内',
  'Its folder does not start with {1}.': '它的文件夹不以 {1} 开头。',
  'Its name does not end with {1}.': '它的名称不以 {1} 结尾。',
  '{1} is not a task id.': '{1} 不是任务编号。',
  '{1} is not a serial number.': '{1} 不是序号。',
  'Its folder names no room.': '它的文件夹没有给出房间。',
  'Its folder names no user.': '它的文件夹没有给出用户。',
  'Its name has neither form of a recording.': '它的名称不是录音的任何一种形式。',
};
