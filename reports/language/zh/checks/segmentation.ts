import type { Sentences } from '../../sentences.ts';

/** Titles and hints of the checks of segmentation. */
export const segmentation: Sentences = {
  'Mixed streams are cut at two hours, not again and again at another length.':
    '混流在两小时处切分，而不是反复按其他时长切分',
  'Look for a program that splits the service’s files after they are uploaded.':
    '检查是否有程序在文件上传后切分它们。',
  'No two recordings of one kind have the same bytes.': '同类录音中没有字节完全相同的两个',
  'Look for a program that copies a file under a second name; two stretches of digital silence may also be equal.':
    '检查是否有程序以另一名称复制文件；两段数字静音也可能相同。',
  'Each file of a stream starts after the one before it has ended.':
    '一个流的每个文件都在前一个结束之后开始',
  'Check which dialect the names really follow: a task’s start time is not a file’s.':
    '检查名称实际遵循哪种方言：任务的开始时间不是文件的开始时间。',
  'No file is longer than two hours.': '没有文件超过两小时',
  'Do not join the service’s files; players and moderation rely on the limit.':
    '不要合并服务的文件；播放器和审核依赖该上限。',
  'A room’s next task starts after the last one has ended.': '房间的下一个任务在上一个结束之后开始',
  'One of the two tasks lies in another room’s folder, or its name carries another time than its start.':
    '两个任务之一位于另一房间的文件夹，或其名称中的时间不是它的开始时间。',
  'A file’s last modification lies after the end of its audio.':
    '文件的最后修改时间晚于其音频结束的时间',
  'Compare the name’s time with the room’s log: the name or the audio is another task’s.':
    '将名称中的时间与房间日志比较：名称或音频属于另一任务。',
  'Every user’s stream lies inside a task whose mixed stream is in the bucket.':
    '每个用户的流都在存储桶中有混流的任务之内',
  'Look for lost or deleted mixed-stream files, and for a scope that was changed in the console.':
    '检查混流文件是否丢失或被删除，以及控制台的录制范围是否更改过。',
  'A task records at most 25 streams at the same time.': '一个任务同时最多录制 25 路流。',
  'Files of other tasks lie in the folder, or segments carry other times than their starts.':
    '文件夹中有其他任务的文件，或切片带有不是其开始时间的时间。',
  'EXTINF is the length of the segment’s media.': 'EXTINF 等于切片媒体的时长。',
  'A segment was cut, converted or exchanged after its playlist was written.':
    '播放列表写好之后，切片被切短、转换或调换。',
  'No two segments and no two MP4 files have the same bytes.':
    '没有两个切片、也没有两个 MP4 文件字节完全相同。',
  'Look for a program that copies a file under a second name.':
    '检查是否有程序以另一名称复制文件。',
  'The playlists of a recording that is over end with EXT-X-ENDLIST.':
    '已结束的录制，其播放列表以 EXT-X-ENDLIST 结尾。',
  'Players take a list without an end for live: fetch the last version of the playlist.':
    '播放器会把没有结尾的列表当作直播：获取播放列表的最终版本。',
  'Every segment that a playlist lists is in the bucket, beside the playlist.':
    '播放列表列出的每个切片都在存储桶中，与播放列表在一起。',
  'A file is missing: look for a rule that deletes, a failed copy, or an upload that failed.':
    '缺少一个文件：检查是否有删除规则、失败的复制或失败的上传。',
  'No MP4 file is longer than 24 hours or larger than 2 GB.':
    '没有 MP4 文件超过 24 小时或大于 2 GB。',
  'Do not join the service’s files under one of their names.':
    '不要把服务的多个文件合并到其中一个名称之下。',
  'MP4 files last as long as the HLS files from which they were made.':
    'MP4 文件与生成它的 HLS 文件时长相同。',
  'The conversion or an upload broke off: fetch the file again, or make it from the segments.':
    '转换或上传中断：重新获取文件，或由切片重新生成。',
  'A playlist lists segments that are named as it is, with their time at the end.':
    '播放列表列出的切片与它同名，末尾加上各自的时间。',
  'Look for a program that rewrites or renames playlists.': '检查是否有程序改写或重命名播放列表。',
  'Between segments more than 15 seconds apart, a playlist marks a discontinuity.':
    '相隔超过 15 秒的切片之间，播放列表标有 discontinuity。',
  'The merge script parts the recording here; players need the mark to go on.':
    '合并脚本在此处分段；播放器需要该标记才能继续播放。',
  'Every segment beside a complete playlist of its stream is listed in it.':
    '与其流的完整播放列表在一起的每个切片都列在其中。',
  'The playlist was replaced by an older one, or the segment is a copy from elsewhere.':
    '播放列表被旧版本取代，或切片是从别处复制来的。',
  'Playlists list segments in the order of their start, each once.':
    '播放列表按开始时间的顺序列出切片，各一次。',
  'Look for a program that rewrites or joins playlists.': '检查是否有程序改写或合并播放列表。',
  'A segment starts, by its name, when the one before it of the same stream has ended.':
    '按名称，切片在同一路流的前一个结束时才开始。',
  'A segment’s name or content is another’s: compare with the callbacks and the room’s log.':
    '切片的名称或内容属于另一个切片：与回调和房间日志比较。',
  'Every stream of which there are segments has its playlist.': '有切片的每路流都有其播放列表。',
  'Streams are cut at the recording length of the declared rule, not again and again at another one.':
    '流在所声明规则的录制周期处切分，而不是反复按其他时长切分。',
  'Look for a program that splits the files, or declare the rule that was in force.':
    '检查是否有程序切分文件，或声明当时生效的规则。',
  'No two media files have the same bytes.': '没有两个媒体文件字节完全相同。',
  'Each file of a stream fits between the files before and behind it.':
    '一路流的每个文件都位于前后两个文件之间，互不重叠。',
  'A name carries another time than its recording’s, or the file holds another recording.':
    '名称中的时间不是其录制的时间，或文件内是另一段录制。',
  'No file is longer than the recording length of the declared rule.':
    '没有文件超过所声明规则的录制周期。',
  'Do not join the service’s files; after a change of the rule, declare the one that was in force.':
    '不要合并服务的文件；规则更改后，声明当时生效的规则。',
  'A stream that is recorded in both formats is there for the same time in each.':
    '以两种格式录制的流，在两种格式中的时间相同。',
  'A file is missing in one of the formats: look for a rule that deletes, or a failed copy.':
    '其中一种格式缺少文件：检查是否有删除规则或失败的复制。',
  'No playlist is longer than twelve hours.': '没有播放列表超过十二小时。',
  'Declare the rule with --rule if its recording length is 0: then the whole stream is one playlist.':
    '若规则的录制周期为 0，用 --rule 声明该规则：此时整路流是一个播放列表。',
  'No MP4 file is longer than three hours.': '没有 MP4 文件超过三小时。',
  'Do not join the service’s files; players and storage rely on the limit.':
    '不要合并服务的文件；播放器和存储依赖该上限。',
  'A pause begins a new file where the declared rule says so, and only there.':
    '只有在所声明规则规定之处，暂停才开始新文件。',
  'Declare the rule that was in force when the rooms were created; names tell its pauses within some seconds only.':
    '声明创建房间时生效的规则；名称只能把暂停的时间精确到数秒。',
  'Media segments are about as long as the rule, or any rule, has them.':
    '媒体切片的时长与所声明的规则、或与任一可能的规则大致相符。',
  'Look for a program that joins segments or writes playlists of its own.':
    '检查是否有程序合并切片或自行写入播放列表。',
};
