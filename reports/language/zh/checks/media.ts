import type { Sentences } from '../../sentences.ts';

/** Titles and hints of the checks of media. */
export const media: Sentences = {
  'Nothing but well-formed tags surrounds the audio of a recording.':
    '录音的音频之外只有格式正确的标签',
  'The audio is whole; look for a program that joins, wraps or tags the files.':
    '音频是完整的；检查是否有程序合并、封装文件或给文件加标签。',
  'Every recording is an MP3 file by its content.': '每个录音的内容确为 MP3 文件',
  'Look for a program that converts, compresses or replaces the files, or an error page that was saved as audio.':
    '检查是否有程序转换、压缩或替换文件，或把错误页面存成了音频。',
  'No recording is an empty file.': '没有空的录音文件',
  'An upload or a copy failed: fetch the file again.': '上传或复制失败：重新获取该文件。',
  'Every recording is whole: no frame is missing, cut or overwritten.':
    '每个录音都完整：没有缺失、截断或被覆盖的帧',
  'Compare with the service’s own copy; transfers that break off or change bytes are the usual cause.':
    '与服务一侧的副本比较；常见原因是传输中断或改动了字节。',
  'All files of a stream have the same sample rate and channels.':
    '一个流的所有文件采样率和声道数相同',
  'Players that join the files need one format: look for a program that converts some of them.':
    '合并播放需要同一格式：检查是否有程序转换了其中一些文件。',
  'Every segment and MP4 file is whole: nothing in it is missing, cut or overwritten.':
    '每个切片和 MP4 文件都完整：没有缺失、截断或被覆盖的部分。',
  'Every recording is, by its content, the playlist, MPEG-TS or MP4 file that its name says.':
    '每个录制文件的内容确为其名称所示的播放列表、MPEG-TS 或 MP4 文件。',
  'Look for a program that converts or replaces the files, or an error page that was saved as media.':
    '检查是否有程序转换或替换文件，或把错误页面存成了媒体。',
  'Nothing odd surrounds the media of a recording or stands in its playlist.':
    '录制的媒体之外和其播放列表之中没有多余的内容。',
  'The media are whole; look for a program that joins, wraps or rewrites the files.':
    '媒体是完整的；检查是否有程序合并、封装或改写文件。',
  'Every playlist keeps to RFC 8216 and tells its start in unix milliseconds.':
    '每个播放列表都符合 RFC 8216，并以 unix 毫秒给出开始时间。',
  'Look for a program that rewrites playlists, and for uploads that broke off.':
    '检查是否有程序改写播放列表，以及是否有上传中断。',
  'Every playlist whose segments hold a picture tells its size.':
    '切片含画面的每个播放列表都给出画面大小。',
  'Keep the lines of playlists that begin with #EXT-X-TRTC.':
    '保留播放列表中以 #EXT-X-TRTC 开头的行。',
  'MP4 files hold sound where their stream has sound, and a picture where it has one.':
    '流有声音时 MP4 文件也有声音，流有画面时 MP4 文件也有画面。',
  'Audio and video are recorded as two streams: an MP4 file made anew needs both, as the merge script joins them.':
    '音频和视频录制为两路流：重新生成的 MP4 文件两者都要有，如合并脚本那样合成。',
  'Every playlist tells when recording started.': '每个播放列表都给出录制的开始时间。',
  'Keep the lines of playlists that begin with #EXT-X-TRTC: streams are joined by them.':
    '保留播放列表中以 #EXT-X-TRTC 开头的行：各路流靠它们合并。',
  'No segment of a playlist continues the time stamps of another one than the one before it.':
    '播放列表中每个切片的时间戳都不会接在其前一切片以外的切片之后。',
  'Segments were swapped, or one holds the media of another: compare their names with what they play.':
    '切片被互换，或其中一个装着另一个的媒体：比较它们的名称与所播放的内容。',
  'All segments of a playlist have the same codecs.': '一个播放列表的全部切片编码相同。',
  'Players that join the segments need one format: look for a program that converts some of them.':
    '合并播放需要同一格式：检查是否有程序转换了其中一些切片。',
  'Segments of an audio stream hold audio alone, those of a video stream video alone.':
    '音频流的切片只有音频，视频流的切片只有视频。',
  'The merge script joins the two kinds: a file of the wrong kind is another stream’s.':
    '合并脚本把两类合在一起：类型不对的文件属于另一路流。',
  'The segments of a playlist are coded alike.': '一个播放列表的切片编码方式一致。',
  'Look for a program that converts some of the segments.': '检查是否有程序转换了其中一些切片。',
  'Every segment lasts as long as its playlist says.': '每个切片的时长与播放列表所写一致。',
  'Players seek by these durations: look for a program that rewrites playlists or cuts segments.':
    '播放器按这些时长定位：检查是否有程序改写播放列表或截短切片。',
  'Every recording is a playlist, an MPEG-TS segment or an MP4 file by its content.':
    '每个录制文件的内容确为播放列表、MPEG-TS 切片或 MP4 文件。',
  'Look for a program that converts, compresses or replaces the files, or an error page that was saved as one.':
    '检查是否有程序转换、压缩或替换文件，或把错误页面存成了录制文件。',
  'Every recording is whole: nothing of it is missing, cut or overwritten.':
    '每个录制文件都完整：没有缺失、截断或被覆盖的部分。',
  'Nothing odd surrounds the media of a recording.': '录制的媒体之外没有多余的内容。',
  'The media are whole; look for a program that joins, wraps or pads the files.':
    '媒体是完整的；检查是否有程序合并、封装或填充文件。',
  'Every segment that a playlist lists is in the bucket.': '播放列表列出的每个切片都在存储桶中。',
  'A segment was deleted or not copied: keep playlists and segments together.':
    '有切片被删除或未被复制：播放列表与切片要放在一起。',
  'Every playlist says that it is complete, unless its stream may still be recorded.':
    '除非其流可能仍在录制，每个播放列表都标明已完整。',
  'Without #EXT-X-ENDLIST players wait for more: look for an upload that broke off.':
    '没有 #EXT-X-ENDLIST，播放器会等待后续内容：检查是否有上传中断。',
  'A stream that is named as a screen holds pictures and no sound.':
    '名称为屏幕的流只有画面，没有声音。',
  'The file holds another stream than its name says.': '文件内是另一路流，与其名称不符。',
  'Every media segment is listed by a playlist.': '每个媒体切片都被某个播放列表列出。',
  'Look for a deleted or overwritten playlist; while a stream is recorded its last segments may not be listed yet.':
    '检查播放列表是否被删除或覆盖；流仍在录制时，最后的切片可能尚未列出。',
  'No segment is listed twice.': '没有切片被列出两次。',
  'Find out which program wrote the second listing: the service records each stream into files of its own.':
    '查明是哪个程序写入了第二处：服务把每路流录制到各自的文件中。',
};
