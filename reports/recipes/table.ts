import { rawBody } from './raw-body.ts';
import type { Recipe } from './recipe.ts';

const refuse: Recipe = {
  claims: ['signature/'],
  title: {
    en: 'Compare the whole signature in constant time, and refuse first',
    zh: '以恒定时间比较完整签名，先拒绝再处理',
  },
  advice: {
    en: 'A missing, shortened or otherwise different value is not genuine. Compute the MAC with the documented algorithm and key, compare all of it, answer 401 or 403 without a reason, and do nothing else with the request.',
    zh: '缺失、截短或有任何差异的值都不是真签名。按文档规定的算法和密钥计算 MAC，完整比较，以 401 或 403 应答且不说明原因，不对该请求做任何其他处理。',
  },
  samples: [
    {
      framework: 'Node.js',
      code: `// HMAC, digest and encoding as the service documents them.
const expected = Buffer.from(createHmac(algorithm, key).update(bytes).digest(encoding));
const given = Buffer.from(headers[signatureHeader] ?? '');
return given.length === expected.length && timingSafeEqual(given, expected);`,
    },
    {
      framework: 'Java',
      code: `Mac mac = Mac.getInstance(algorithm); // "HmacSHA1", "HmacSHA256"
mac.init(new SecretKeySpec(key, algorithm));
byte[] expected = encode(mac.doFinal(bytes)).getBytes(US_ASCII);
return given != null && MessageDigest.isEqual(expected, given.getBytes(UTF_8));`,
    },
    {
      framework: 'Python',
      code: `expected = encode(hmac.new(key, raw, algorithm).digest())
return hmac.compare_digest(expected, given or "")`,
    },
    {
      framework: 'Go',
      code: `mac := hmac.New(newHash, key) // sha1.New, sha256.New
mac.Write(raw)
return hmac.Equal([]byte(encode(mac.Sum(nil))), []byte(given))`,
    },
    {
      framework: 'PHP',
      code: `$expected = encode(hash_hmac($algorithm, $raw, $key, true));
return is_string($given) && hash_equals($expected, $given);`,
    },
  ],
};

const largeIds: Recipe = {
  claims: ['callback/accepts-large-', 'state/task-id-exact'],
  title: { en: 'Keep 64-bit ids out of doubles', zh: '不要用双精度浮点数保存 64 位编号' },
  advice: {
    en: 'Above 2^53 a double cannot hold every integer: the id comes back with other last digits. Read it as text or as a 64-bit integer, store it so, and send it out as text.',
    zh: '大于 2^53 的整数无法用双精度浮点数精确表示，读出的编号末几位会改变。应按文本或 64 位整数读取、存储，并以文本输出。',
  },
  samples: [
    {
      framework: 'JavaScript',
      code: `import { parse } from 'lossless-json';
const event = parse(text, null, (number) => number.length > 15 ? BigInt(number) : Number(number));`,
    },
    {
      framework: 'Java',
      code: `record Event(@JsonProperty("TaskID") long taskId) {} // never double, never Map<String, Double>`,
    },
    {
      framework: 'Go',
      code: `decoder := json.NewDecoder(bytes.NewReader(raw))
decoder.UseNumber() // or a struct field of type int64; never interface{} alone`,
    },
    {
      framework: 'PHP',
      code: `json_decode($raw, true, 64, JSON_BIGINT_AS_STRING);`,
    },
    { framework: 'SQL', code: `task_id BIGINT NOT NULL -- not DOUBLE, not FLOAT` },
  ],
};

const answerFirst: Recipe = {
  claims: ['delivery/answers-in-time', 'delivery/holds-', 'state/bursts-'],
  title: { en: 'Store, answer, work afterwards', zh: '先保存并应答，再处理' },
  advice: {
    en: 'Before the answer do only what must not be lost: verify, store the event in one statement, answer. Downloads, transcoding and notices belong to a queue that works on afterwards.',
    zh: '应答之前只做不能丢失的事：校验、用一条语句保存事件、应答。下载、转码和通知交给之后的队列处理。',
  },
  samples: [
    {
      framework: 'Any',
      code: `verify(bytes)                          -- refuse with 401
INSERT INTO inbox (event) VALUES (…)   -- one statement, committed
answer 204
-- a worker takes from inbox, with retries of its own`,
    },
  ],
};

const recovery: Recipe = {
  claims: ['recovery/'],
  title: { en: 'Reconcile with the bucket', zh: '与存储桶对账' },
  advice: {
    en: 'Callbacks can be lost for good. List the bucket below your application from time to time, read room, user, task and serial from the names, and upsert what is missing through the very path that callbacks take.',
    zh: '回调可能永久丢失。应定期列举存储桶中本应用的对象，从名称读出房间、用户、任务和序号，并通过与回调相同的写入路径补齐缺失的记录。',
  },
  samples: [
    {
      framework: 'Any',
      code: `every few minutes, and once at start:
  for each object listed since the last run, with an hour of overlap:
    file = parseObjectKey(object.key)       -- the documented naming rule
    upsert(file.task, file.stream, file.serial, phase = 'uploaded', key = object.key)`,
    },
  ],
};

const upsert: Recipe = {
  claims: [
    'state/',
    'delivery/accepts-duplicates',
    'delivery/accepts-resends',
    'delivery/accepts-any-order',
  ],
  title: {
    en: 'One row per file, written so that order and repetition do not matter',
    zh: '每个文件一行，写入结果与顺序和重复无关',
  },
  advice: {
    en: 'Key the row by what names the file (room, task, user or stream, serial), not by when a callback came. Let one atomic statement insert it or move its phase forward, never back; take identifiers as they are.',
    zh: '以能确定文件的字段（房间、任务、用户或流、序号）作主键，而不是回调到达的时间。用一条原子语句插入，或只向前推进阶段，绝不后退；标识符原样保存。',
  },
  samples: [
    {
      framework: 'PostgreSQL',
      code: `INSERT INTO recording (room_id, task_id, user_id, seq_no, phase, file)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (room_id, task_id, user_id, seq_no) DO UPDATE
SET phase = GREATEST(recording.phase, EXCLUDED.phase), -- started 1, completed 2, uploaded 3
    file  = COALESCE(EXCLUDED.file, recording.file);`,
    },
    {
      framework: 'MySQL',
      code: `INSERT INTO recording (room_id, task_id, user_id, seq_no, phase, file)
VALUES (?, ?, ?, ?, ?, ?) AS new
ON DUPLICATE KEY UPDATE phase = GREATEST(recording.phase, new.phase),
                        file  = COALESCE(new.file, recording.file);
-- The columns of the key need a binary collation: ids differ by case.`,
    },
    {
      framework: 'MongoDB',
      code: `await recordings.updateOne(
  { roomId, taskId, userId, seqNo },         // with a unique index
  { $max: { phase }, $set: file === undefined ? {} : { file } },
  { upsert: true },                          // retry once on a duplicate key (E11000)
);`,
    },
    {
      framework: 'Redis',
      code: `-- one Lua script, so that two callbacks cannot interleave
local known = tonumber(redis.call('HGET', KEYS[1], 'phase') or '0')
if tonumber(ARGV[1]) > known then redis.call('HSET', KEYS[1], 'phase', ARGV[1]) end
if ARGV[2] ~= '' then redis.call('HSET', KEYS[1], 'file', ARGV[2]) end`,
    },
  ],
};

/** The recipes; a check takes the first that names the beginning of its id. */
export const recipes: readonly Recipe[] = [
  rawBody,
  largeIds,
  answerFirst,
  recovery,
  upsert,
  refuse,
];
