import {
  Button,
  Checkbox,
  Modal,
  MultiSelect,
  NumberInput,
  Radio,
  Select,
  Switch,
  Textarea,
  TextInput,
} from '@mantine/core';
import { DateInput, DatePickerInput, TimeInput } from '@mantine/dates';
import { useForm } from '@mantine/form';
import {
  Card,
  CardBody,
  CardHeader,
  FormErrors,
  Page,
  PageHeader,
  Row,
  Stack,
  usePersistentDraft,
} from '@planerka/platform/web';
import { RichTextEditor } from '@planerka/platform/web/editor';
import { useState } from 'react';

export function KitForms() {
  const draft = usePersistentDraft<{ title: string; text: unknown }>('kit', { title: '', text: null });
  const form = useForm({
    initialValues: draft.initial,
    onValuesChange: draft.keep,
    initialErrors: { title: 'Заполните поле' },
  });
  const [isOpen, setOpen] = useState(false);
  return (
    <Page>
      <PageHeader title="Новая задача" actions={<Button variant="filled">Выдать ТЗ</Button>} />
      <Card>
        <CardHeader title="Бриф" ruled />
        <CardBody>
          <Stack>
            <TextInput label="Название" required {...form.getInputProps('title')} />
            <RichTextEditor
              label="Текст"
              description="Как увидит читатель"
              maxLength={4096}
              path="text"
              value={form.values.text}
              onChange={(text) => form.setFieldValue('text', text)}
            />
            <Row>
              <Select label="Специализация" data={['Тексты', 'Дизайн', 'Таргетинг']} defaultValue="Дизайн" />
              <MultiSelect label="Площадки" data={['VK', 'Telegram']} defaultValue={['VK']} />
              <NumberInput label="Часы" defaultValue={6} />
              <DateInput label="Срок" defaultValue="2026-12-12" valueFormat="D MMMM YYYY" />
              <DatePickerInput
                type="range"
                label="Период"
                defaultValue={['2026-12-01', '2026-12-31']}
                valueFormat="D MMM"
              />
              <TimeInput label="Время" defaultValue="12:00" />
            </Row>
            <Textarea label="Задача" autosize minRows={2} placeholder="Что человек должен сделать" />
            <Row>
              <Checkbox label="Нужен исходник" defaultChecked />
              <Radio label="Жёсткая" defaultChecked />
              <Switch label="Согласовать с клиентом" defaultChecked />
            </Row>
            <FormErrors form={form} labels={{ title: 'Название' }} />
            <Row>
              <Button variant="filled">Сохранить</Button>
              <Button onClick={() => setOpen(true)}>Окно</Button>
              <Button variant="subtle">Отменить</Button>
              <Button color="danger">Удалить</Button>
              <Button disabled>Нельзя</Button>
              <Button loading>Сохраняем</Button>
              <Button size="lg" variant="filled">
                Согласовать
              </Button>
            </Row>
          </Stack>
        </CardBody>
      </Card>
      <Modal opened={isOpen} onClose={() => setOpen(false)} title="Окно">
        Слова
      </Modal>
    </Page>
  );
}
