import type { Phrases } from '../../phrases.ts';

/** What findings say of SparkRTC’s recordings and of the callbacks that were received for them. */
export const sparkrtc: Phrases = {
  'at least one playlist or MP4 file of the application {1}':
    '至少一个属于应用 {1} 的播放列表或 MP4 文件',
  'recordings where the declared rule puts them': '录制文件位于所声明规则规定之处',
  'a folder and a file name that the pattern makes of one stream and time':
    '按模式由同一路流和时间生成的文件夹和文件名',
  'a folder of another stream or time than the name': '文件夹与名称的流或时间不同',
  'the object that a callback calls complete': '回调通知完成的对象',
  'a callback that calls it complete': '通知它完成的回调',
  'none among those that were given': '给出的回调中没有',
  '{1} s, as its callback says': '{1} 秒，与其回调一致',
  '{1}, as its callback says': '{1}，与其回调一致',
  'the stream {1}, as its callback says': '流 {1}，与其回调一致',
  'a stream of {1}, as its callback says': '属于 {1} 的流，与其回调一致',
  'a time between start_time and end_time of its callback':
    '介于其回调的 start_time 与 end_time 之间的时间',
  '{1} s before the first': '比前者早 {1} 秒',
  '{1} s behind the last': '比后者晚 {1} 秒',
  'the stream going on in {1}, which is not full': '流在未满的 {1} 中继续',
  'a new file {1} s after its end': '在其结束 {1} 秒之后的新文件',
  'no {1}: the rule does not record it': '没有 {1}：规则不录制它',
  'a recording in {1}': '{1} 格式的录制',
  'the stream in {1}, too, as the rule says': '该流也有 {1} 格式，与规则一致',
  '{1} files in {2} and none in {3}': '{2} 格式有 {1} 个文件，{3} 格式没有',
  'one file of the whole stream': '整路流一个文件',
  'at most {1} s, the time between the files before and behind it':
    '最长 {1} 秒，即前后两个文件之间的时间',
  '{1} s of the stream as MP4, too, as they are there as HLS':
    '该流的 MP4 也有 {1} 秒，与 HLS 相同',
  '{1} s in {2} MP4 files': '{2} 个 MP4 文件共 {1} 秒',
  'a time in the name at which the object was not there yet': '名称中的时间不晚于对象出现之时',
  'a time {1} s after its last modification': '比最后修改时间晚 {1} 秒',
  'a time {1} s after its last modification, as if the name were at UTC+8 (dialect spark-name-utc8)':
    '比最后修改时间晚 {1} 秒，如同名称为 UTC+8（方言 spark-name-utc8）',
  'a new file after every pause of the stream, as the rule says':
    '流每次暂停之后一个新文件，与规则一致',
  'the same playlist going on behind a discontinuity': '同一播放列表在 discontinuity 之后继续',
  '{1} going on in {2}, which holds {3} s': '{1*}在 {2}（{3} 秒）中继续',
  'the stream': '该流',
  'a stream that pauses for at most {1} s': '暂停最长 {1} 秒的流',
  'a new file at most {1} s after its end': '在其结束最多 {1} 秒之后的新文件',
  'segments of about {1} s': '约 {1} 秒的切片',
  '{1}_roomid_userid_av_m (or _v_a), s_jobid_roomid_userid or m_jobid_roomid':
    '{1}_roomid_userid_av_m（或 _v_a）、s_jobid_roomid_userid 或 m_jobid_roomid',
  'room and user IDs of at most 64 letters, digits, underscores and hyphens':
    '房间号和用户 ID 最多 64 个字母、数字、下划线和连字符',
  'one line of one playlist that lists it': '一个播放列表以一行列出它',
  '{1} lines': '{1} 行',
  'the pictures of a screen alone, as the stream’s name says': '只有屏幕的画面，与流名一致',
  'a recording with sound': '带声音的录制',
  'a recording without pictures': '没有画面的录制',
  'It does not lie in {1}.': '它不在 {1} 中。',
  'It ends neither as a playlist nor as a segment nor as an MP4 file.':
    '它的结尾不是播放列表、切片或 MP4 文件。',
  'The rule records no {1}.': '规则不录制 {1}。',
  'It lies in no folder of a playlist.': '它不在任何播放列表的文件夹中。',
  'It is not named by the pattern {1} with the application {2} and the format {3}.':
    '它不是按模式 {1} 以应用 {2} 和格式 {3} 命名的。',
};
