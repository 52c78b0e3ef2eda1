import type { Sentences } from '../../sentences.ts';

/** Titles and hints of the checks of delivery. */
export const delivery: Sentences = {
  'Callbacks are accepted in whatever order they come': '无论以何种顺序到达，回调都被接受',
  'Accept "uploaded" before "started": the order is not guaranteed, and "started" may never come.':
    '即使 uploaded 先于 started 到达也要接受：顺序没有保证，started 也可能永远不来。',
  'A callback that comes again, byte for byte, is accepted again':
    '逐字节相同的回调再次到达时仍被接受',
  'Answer a known callback like a new one; a 4xx or 5xx makes the service send it yet again.':
    '对已知的回调与新回调同样应答；4xx 或 5xx 会使服务再次发送。',
  'Valid callbacks of all three event types in both recording modes are accepted':
    '两种录制模式下三类事件的合法回调都被接受',
  'Answer 2xx to every rightly signed callback with EventType 1, 2 or 3 and RecordMode 0 or 1, also those you have no use for.':
    '对每个签名正确、EventType 为 1、2 或 3 且 RecordMode 为 0 或 1 的回调都应答 2xx，用不到的也不例外。',
  'A callback that is sent again with a new Timestamp and signature is accepted':
    '带新 Timestamp 和新签名重发的回调被接受',
  'Timestamp says when the request was sent, so a retry may carry a later one: do not compare it with the first.':
    'Timestamp 表示请求的发送时间，重试时可能更晚：不要与第一次的比较。',
  'A body that arrives in several TCP segments is accepted': '分多个 TCP 段到达的正文被接受',
  'Read the request until Content-Length bytes have come before you verify and parse it.':
    '先读满 Content-Length 个字节，再校验签名和解析。',
  'Every callback is answered within five seconds': '每个回调都在五秒内得到应答',
  'Store the callback and answer; do slow work (downloads, notifications) afterwards.':
    '先存储回调并应答，耗时的工作（下载、通知）放到之后。',
  'Callbacks are answered by the endpoint itself, not by a redirect':
    '回调由该地址本身应答，而不是重定向',
  'Configure the final URL (scheme, host, trailing slash) at the service.':
    '在服务一侧配置最终的 URL（协议、主机名、末尾斜杠）。',
  'Thirty-two callbacks at the same time are all accepted': '同时到达的三十二个回调全部被接受',
  'When a large room ends, all its files are reported at once: queue callbacks instead of refusing them.':
    '大房间结束时，其全部文件会同时通知：把回调放入队列，而不是拒绝。',
  'After deeply nested and oversized bodies, valid callbacks are accepted':
    '收到嵌套很深或过大的正文之后，合法回调仍被接受',
  'Bound the body you read (413 beyond it) and the nesting you parse; catch stack overflows and memory limits.':
    '限制读取的正文大小（超出则应答 413）和解析的嵌套深度；捕获栈溢出和内存超限。',
  'After malformed input, valid callbacks are accepted on the same and on new connections':
    '收到格式错误的输入之后，同一连接和新连接上的合法回调仍被接受',
  'Catch parse errors per request and answer 400; no request may end the process or poison its state.':
    '在每个请求内捕获解析错误并应答 400；任何请求都不得使进程退出或破坏其状态。',
  'Requests with another method than POST are refused': '拒绝 POST 以外的请求方法',
  'Route the callback URL for POST only and answer 405 (or 404) to anything else.':
    '回调 URL 只接受 POST 路由，其他方法一律应答 405（或 404）。',
  'Accept every event for a task that you have not heard of: a 301 that failed comes again after the 302, or never.':
    '对从未听说过的录制任务，也接受它的每个事件：失败的 301 会在 302 之后再来，或者永远不来。',
  'Valid callbacks of every event from 301 to 312 are accepted':
    '事件 301 至 312 的合法回调都被接受',
  'Answer 200 to every rightly signed callback with EventType 301 to 312, also those you have no use for.':
    '对每个签名正确、EventType 为 301 至 312 的回调都应答 200，用不到的也不例外。',
  'Callbacks that tell of failures are accepted like those of success':
    '通知失败的回调与通知成功的同样被接受',
  'A Status of 1 or 2 and any LeaveCode are news like others: answer 200, then deal with them.':
    'Status 为 1 或 2 以及任何 LeaveCode 都与其他通知一样：先应答 200，再作处理。',
  'A callback that is sent again with a new CallbackTs and signature is accepted':
    '带新 CallbackTs 和新签名重发的回调被接受',
  'CallbackTs says when the request was sent, so a retry may carry a later one: do not compare it with the first.':
    'CallbackTs 表示请求的发送时间，重试时可能更晚：不要与第一次的比较。',
  'Accepted callbacks are answered with the status 200, not with another 2xx':
    '被接受的回调以状态码 200 应答，而不是其他 2xx',
  'Set the status to 200; a framework may choose 201 for POST, or 204 where there is no body.':
    '把状态码设为 200；有的框架对 POST 默认用 201，没有正文时用 204。',
  'Answers have at most 2000 bytes, header and body together':
    '应答的头部和正文合计不超过 2000 字节',
  'Answer {"code":0} and no more; leave page headers and cookies off the callback route.':
    '应答 {"code":0} 即可；回调路由上不要带网页头部和 Cookie。',
  'A callback is accepted whatever has come before it, and if nothing has':
    '无论之前到达过什么、即使什么都没到达过，回调都被接受',
  'Accept every event of a job that you have not heard of: no document promises that the beginning comes first.':
    '对从未听说过的任务，也接受它的每个事件：没有文档承诺开始事件最先到达。',
  'Valid callbacks of all three events, both formats and every kind of stream are accepted':
    '三种事件、两种格式、各类流的合法回调都被接受',
  'Answer 200 to every rightly signed callback, also those you have no use for.':
    '对每个签名正确的回调都应答 200，用不到的也不例外。',
  'Files of one job that begin with the very same body are all accepted':
    '同一任务中开始通知的正文完全相同的多个文件都被接受',
  'RECORD_NEW_FILE_START names job and format, not the file: a second equal body is the next file, no fault.':
    'RECORD_NEW_FILE_START 只说明任务和格式，不指明文件：第二份相同的正文是下一个文件，不是错误。',
  'A callback that comes once more under a new rand and timestamp is accepted':
    '以新的 rand 和时间戳再次到达的回调被接受',
  'Answer 200 to what you know already; only the same rand again is a replay, which you may refuse.':
    '对已知的内容仍应答 200；只有同一个 rand 再次出现才是重放，可以拒绝。',
  'Where the answer to an accepted callback has a body, it is JSON':
    '对被接受的回调，应答若有正文，则为 JSON',
  'Answer {"status":1,"result":"success"} or any JSON of yours; an empty body is none.':
    '应答 {"status":1,"result":"success"} 或自定的任何 JSON；空正文不是 JSON。',
};
