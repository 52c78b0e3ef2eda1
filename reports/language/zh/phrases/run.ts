import type { Phrases } from '../../phrases.ts';

/** What runs say of themselves: why something was not tested, could not be tested or does not apply, and on what evidence. */
export const run: Phrases = {
  'profile {1}: not asked for': '认证项 {1}：未要求',
  'profile {1}: no --endpoint was given': '认证项 {1}：未给出 --endpoint',
  'profile {1}: no --observe was given, so the receiver could lose or mix up recordings unseen':
    '认证项 {1}：未给出 --observe，接收端可能丢失或混淆录音而不被察觉',
  'profile {1}: no --bucket was given': '认证项 {1}：未给出 --bucket',
  'profile {1}: the target does not claim to recover lost callbacks (recovers: true, a writable bucket)':
    '认证项 {1}：测试对象未声明能找回丢失的回调（recovers: true，可写的存储桶）',
  'checks outside {1}': '{1} 以外的检查项',
  'says nothing while {1} is not met': '在 {1} 不符合期间无法得出结论',
  'says nothing while {1} is untested': '在 {1} 未经测试期间无法得出结论',
  'every check: the run ended before the first one': '全部检查项：运行在第一项检查之前就已结束',
  'no --callbacks was given': '未给出 --callbacks',
  'whether callbacks and bucket agree ({1} check): no --callbacks was given':
    '回调与存储桶是否一致（{1} 项检查）：未给出 --callbacks',
  'whether callbacks and bucket agree ({1} checks): no --callbacks was given':
    '回调与存储桶是否一致（{1} 项检查）：未给出 --callbacks',
  'certificate: {1} profile met ({2}; {3} of {4} checks met; seed {5})':
    '证书：认证项 {1} 符合（{2}；{4} 项检查中 {3} 项符合；种子 {5}）',
  'certificate: {1} profile met ({2}; {3} of {4} checks met, {5} waived; seed {6})':
    '证书：认证项 {1} 符合（{2}；{4} 项检查中 {3} 项符合，{5} 项已豁免；种子 {6}）',
  'nothing was tried': '没有尝试任何用例',
  'the run was stopped before the first check': '运行在第一项检查之前被停止',
  'the run was stopped before the bucket was looked through': '运行在检查存储桶之前被停止',
  'the run was stopped by the user': '运行被用户停止',
  'the run was stopped': '运行被停止',
  'the target stopped answering: {1} requests in a row without an answer':
    '测试对象停止应答：连续 {1} 个请求没有应答',
  'the target stopped answering after {1}': '测试对象在 {1} 之后停止应答',
  'a check that counts could not be tested': '有一项计入结论的检查无法测试',
  'The run is inconclusive: {1}.': '运行无法得出结论：{1*}。',
  'The run could not start.': '运行无法开始。',
  'The run fails because of its waivers: {1}.': '运行因豁免而失败：{1*}。',
  'the waiver of {1} expired on {2}': '{1} 的豁免已于 {2} 到期',
  'the waiver of {1} is no longer needed: the check is met': '{1} 的豁免已不再需要：该检查项已符合',
  'the waiver of {1} for {2} is no longer needed: nothing has that code':
    '{1} 对 {2} 的豁免已不再需要：没有结果带有该代码',
  'the time budget of {1} s was used up': '{1} 秒的时间预算已用完',
  'Soundcheck itself failed in a check, so this run says nothing; please report it.':
    'Soundcheck 自身在一项检查中出错，因此本次运行不能说明任何问题；请报告此情况。',
  'the control "{1}" was not accepted ({2}), so the probes say nothing':
    '对照“{1}”未被接受（{2}），因此探测不能说明任何问题',
  'the state could not be observed: {1}': '无法观测状态：{1}',
  '{1} experiments': '{1} 个实验',
  '{1} objects': '{1} 个对象',
  'the configuration maps no recordings': '配置没有映射录音',
  'the configuration says that single streams alone are recorded': '配置声明只录制单流',
  'no signature holds + or / in this reading': '按此解读，签名不含 + 或 /',
  'signatures are hexadecimal in this reading, where either case proves knowledge of the key':
    '按此解读，签名为十六进制，大小写都能证明持有密钥',
  'in the declared reading the end of a job is not told': '按所声明的解读，不通知任务的结束',
  'The dialect {1} is declared.': '已声明方言 {1}。',
  'Under gme-name-segment-time, each file carries its own start.':
    '在 gme-name-segment-time 之下，每个文件带有自己的开始时间。',
  'Names carry the task’s start time, not that of each file.':
    '名称带有任务的开始时间，而不是每个文件的。',
  'The declared scope is single streams only.': '声明的录制范围只有单流。',
  'The declared scope is mixed streams only.': '声明的录制范围只有混流。',
  'Both kinds of streams are declared to be recorded.': '声明两类流都录制。',
  'Only one format is recorded.': '只录制一种格式。',
  'No file is named by the default pattern: the rule in force has another one (--rule).':
    '没有文件按默认模式命名：生效的规则另有模式（--rule）。',
  'No {1} was found among {2} objects.': '在 {2} 个对象中没有找到{1*}。',
  'recording of the application': '本应用的录音',
  'single-stream recording of the application': '本应用的单流录音',
  'mixed-stream recording of the application': '本应用的混流录音',
  'recording of the application with a known time of last modification':
    '最后修改时间已知的本应用录音',
  'playlist or MP4 file of the application': '本应用的播放列表或 MP4 文件',
  'recording that is named by the pattern': '按模式命名的录制文件',
  'playlist of the application': '本应用的播放列表',
  '{1} of {2} recordings were not read, first {3}: {4}':
    '{2} 个录音中有 {1} 个未读取，第一个为 {3}：{4}',
  '{1} of {2} files were not read, first {3}: {4}':
    '{2} 个文件中有 {1} 个未读取，第一个为 {3}：{4}',
  '{1} recordings were not read': '{1} 个录音未读取',
  '{1} files were not read': '{1} 个文件未读取',
  '{1} objects, {2} recordings: {3} of mixed streams in {4} tasks, {5} of single streams':
    '{1} 个对象，{2} 个录音：{4} 个任务的混流 {3} 个，单流 {5} 个',
  '{1} objects, {2} recordings of {3} tasks: {4} playlists, {5} segments, {6} MP4 files':
    '{1} 个对象，{3} 个任务的 {2} 个录制文件：播放列表 {4} 个，切片 {5} 个，MP4 文件 {6} 个',
  '{1} objects: {2} playlists with {3} segments, {4} MP4 files, of {5} streams':
    '{1} 个对象：{5} 路流的播放列表 {2} 个（切片 {3} 个），MP4 文件 {4} 个',
  '{1} names are ambiguous (an underscore in a room or user id): they were judged only where every way to read them agrees':
    '{1} 个名称有歧义（房间号或用户 ID 含下划线）：只在各种读法一致时加以判定',
  '{1} callbacks tell of {2} tasks': '{1} 个回调涉及 {2} 个任务',
  'No recording rule is declared (--rule): lengths, cuts and pauses were judged only as far as every rule agrees':
    '未声明录制规则（--rule）：时长、切分和暂停只在各种规则一致时加以判定',
  'Judged by the declared recording rule': '按所声明的录制规则判定',
  '1 saved case': '1 个保存的用例',
  '{1} saved cases': '{1} 个保存的用例',
  '{1} of earlier runs tried first, none failed': '先尝试了以往运行的 {1*}，无一失败',
  '{1} of earlier runs tried first, {2} failed': '先尝试了以往运行的 {1*}，{2} 个失败',
  'The bucket holds no objects below the audited prefix.': '所审计的前缀之下，存储桶中没有对象。',
};
