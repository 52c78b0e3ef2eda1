import type { Recipe } from './recipe.ts';

/**
 * Verify before parsing. In all samples `isGenuine(bytes, headers)` verifies the signature and `record(event)` stores what a callback says.
 */
export const rawBody: Recipe = {
  claims: [
    'signature/accepts-',
    'signature/refuses-respelled-body',
    'signature/refuses-inserted-bytes',
    'signature/refuses-changed-body',
    'delivery/accepts-split-bodies',
    'callback/accepts-any-key-order',
    'callback/accepts-unknown-fields',
    'callback/refuses-invalid-utf8',
  ],
  title: {
    en: 'Verify the bytes as they came, then parse',
    zh: '先校验原始字节，再解析',
  },
  advice: {
    en: 'A signature is over the raw body. A framework that parses first hands on an object; written out again it is other bytes. Take the whole body as bytes, verify, and only then read it as JSON.',
    zh: '签名针对请求正文的原始字节。框架若先解析再重新序列化，得到的就是另一串字节。应完整读取正文的字节，先校验签名，再解析 JSON。',
  },
  samples: [
    {
      framework: 'Express',
      code: `// Before app.use(express.json()): the first parser to run takes the body.
app.post('/callback', express.raw({ type: () => true, limit: '1mb' }), (req, res) => {
  if (!isGenuine(req.body, req.headers)) return res.sendStatus(401); // req.body is a Buffer
  record(JSON.parse(req.body.toString('utf8')));
  res.sendStatus(204);
});`,
    },
    {
      framework: 'Fastify',
      code: `app.register(async (callbacks) => { // only inside this plugin
  callbacks.removeAllContentTypeParsers();
  callbacks.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  callbacks.post('/callback', async (request, reply) => {
    if (!isGenuine(request.body, request.headers)) return reply.code(401).send();
    await record(JSON.parse(request.body.toString('utf8')));
    return reply.code(204).send();
  });
});`,
    },
    {
      framework: 'Koa',
      code: `import rawBody from 'raw-body';

// Without koa-body or koa-bodyparser on this route.
router.post('/callback', async (ctx) => {
  const bytes = await rawBody(ctx.req, { limit: '1mb' });
  if (!isGenuine(bytes, ctx.headers)) return void (ctx.status = 401);
  await record(JSON.parse(bytes.toString('utf8')));
  ctx.status = 204;
});`,
    },
    {
      framework: 'Nest',
      code: `const app = await NestFactory.create(AppModule, { rawBody: true });

@Post('callback')
@HttpCode(204)
async receive(@Req() request: RawBodyRequest<Request>) {
  if (!isGenuine(request.rawBody, request.headers)) throw new UnauthorizedException();
  await this.recordings.record(JSON.parse(request.rawBody.toString('utf8')));
}`,
    },
    {
      framework: 'Spring',
      code: `@PostMapping("/callback")
ResponseEntity<Void> receive(@RequestBody byte[] bytes, @RequestHeader HttpHeaders headers)
    throws IOException {
  if (!isGenuine(bytes, headers)) return ResponseEntity.status(401).build();
  recordings.record(objectMapper.readTree(bytes));
  return ResponseEntity.noContent().build();
}`,
    },
    {
      framework: 'Flask',
      code: `@app.post("/callback")
def receive():
    raw = request.get_data()  # before request.json or request.form
    if not is_genuine(raw, request.headers):
        abort(401)
    record(json.loads(raw))
    return "", 204`,
    },
    {
      framework: 'Gin',
      code: `r.POST("/callback", func(c *gin.Context) {
	raw, err := c.GetRawData() // instead of c.ShouldBindJSON
	if err != nil || !isGenuine(raw, c.Request.Header) {
		c.Status(http.StatusUnauthorized)
		return
	}
	var event Event
	if json.Unmarshal(raw, &event) != nil {
		c.Status(http.StatusBadRequest)
		return
	}
	record(event)
	c.Status(http.StatusNoContent)
})`,
    },
    {
      framework: 'PHP',
      code: `$raw = file_get_contents('php://input'); // not $_POST, not json_encode($decoded)
if (!is_genuine($raw, getallheaders())) {
    http_response_code(401);
    exit;
}
record(json_decode($raw, true, 64, JSON_BIGINT_AS_STRING | JSON_THROW_ON_ERROR));
http_response_code(204);`,
    },
  ],
};
